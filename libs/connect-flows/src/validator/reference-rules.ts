import { namespaces, scalars } from '../language/path.ts';
import { pathsIn, type PathParts } from '../language/paths-in.ts';
import { textsIn } from '../language/texts.ts';
import { error, type Problem, warning } from './finding.ts';
import type { FlowUnderTest, Rule } from './rule.ts';

/** References have a namespace that exists, and name attributes that contacts carry. */
export const namespaceRule: Rule = (flow) => {
  const setHere = keysSetIn(flow, 'UpdateContactAttributes', 'Attributes');
  const isKnown = (name: string) =>
    setHere.has(name) || flow.isKnownAttribute === undefined || flow.isKnownAttribute(name);
  return eachPath(flow, (block, parts) => namespaceProblem(block, parts, isKnown));
};

/** What a reference stands for is there: some block of the flow has filled it. */
export const filledRule: Rule = (flow) => {
  const types = new Set(flow.document.Actions.map(({ Type }) => Type));
  const flowAttributes = keysSetIn(flow, 'UpdateFlowAttributes', 'FlowAttributes');
  return eachPath(flow, (block, { text, keys: [namespace = '', name = ''] }) => {
    const fillers = filledBy[namespace];
    const filled =
      namespace === 'FlowAttributes'
        ? flowAttributes.has(name)
        : fillers === undefined || fillers.some((type) => types.has(type));
    if (filled) return [];
    const allowed = `after ${(fillers ?? ['UpdateFlowAttributes']).join(' or ')} in the same flow`;
    return [warning(block, { problem: `nothing in this flow fills ${text}`, allowed })];
  });
};

const filledBy: Readonly<Record<string, readonly string[]>> = {
  External: ['InvokeLambdaFunction', 'InvokeFlowModule'],
  StoredCustomerInput: ['GetParticipantInput'],
  Lex: ['ConnectParticipantWithLexBot', 'InvokeFlowModule'],
  Metrics: ['GetMetricData'],
  Views: ['ShowView'],
  Case: ['GetCase', 'CreateCase'],
  Wisdom: ['CreateWisdomSession'],
};

function namespaceProblem(
  block: string,
  { text, keys }: PathParts,
  isKnownAttribute: (name: string) => boolean,
): readonly Problem[] {
  const [namespace = '', name] = keys;
  if (name === undefined && scalars.some((each) => each === namespace)) return [];
  if (!namespaces.some((each) => each === namespace)) {
    const allowed = [...namespaces, ...scalars].join(', ');
    return [error(block, { problem: `${text} has no known namespace`, allowed })];
  }
  if (name === undefined)
    return [
      error(block, { problem: `${text} names nothing in ${namespace}`, allowed: `$.${namespace}.<name>` }),
    ];
  if (namespace !== 'Attributes' || isKnownAttribute(name)) return [];
  const allowed = 'attributes that contacts carry or this flow writes';
  return [error(block, { problem: `no contact carries the attribute ${name}`, allowed })];
}

const eachPath = (
  { document }: FlowUnderTest,
  judge: (block: string, parts: PathParts) => readonly Problem[],
): readonly Problem[] =>
  document.Actions.flatMap(({ Identifier, Parameters = {}, Transitions: { Conditions = [] } }) =>
    textsIn([Parameters, Conditions.map(({ Condition }) => Condition.Operands)])
      .flatMap(({ text }) => pathsIn(text))
      .flatMap((parts) => judge(Identifier, parts)),
  );

const keysSetIn = ({ document }: FlowUnderTest, type: string, parameter: string): ReadonlySet<string> =>
  new Set(
    document.Actions.filter(({ Type }) => Type === type).flatMap(({ Parameters = {} }) =>
      Object.keys((Parameters[parameter] ?? {}) as Record<string, unknown>),
    ),
  );
