import { actionRules } from './actions/index.ts';
import { operatorNames } from './branches.ts';
import { type FlowAction, flowDocumentSchema, type LoadedFlow } from './flow-document.ts';
import { FlowLoadError } from './flow-load-error.ts';
import { keysOf, namespaces, referencesIn } from './references.ts';

export interface FlowSource {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** The content's JSON text, as a template or `DescribeContactFlow` has it. */
  readonly content: string;
}

/** A flow ready to run. @throws FlowLoadError naming each block that could not run here */
export function loadFlow({ id, name, type, content }: FlowSource): LoadedFlow {
  const parsed = flowDocumentSchema.safeParse(parseJson(name, content));
  if (!parsed.success)
    throw new FlowLoadError(
      name,
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    );
  const { Actions, StartAction } = parsed.data;
  const actions = new Map(Actions.map((action) => [action.Identifier, action]));
  const problems = [
    ...(actions.size < Actions.length ? ['two actions have the same Identifier'] : []),
    ...(actions.has(StartAction) ? [] : [`StartAction "${StartAction}" is no action`]),
    ...Actions.flatMap((action) =>
      problemsOf(action, actions).map((each) => `"${action.Identifier}" ${each}`),
    ),
  ];
  if (problems.length > 0) throw new FlowLoadError(name, problems);
  return { id, name, type, start: StartAction, actions };
}

function parseJson(name: string, content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new FlowLoadError(name, ['the content is no JSON']);
  }
}

function problemsOf(action: FlowAction, actions: ReadonlyMap<string, FlowAction>): readonly string[] {
  const rule = actionRules[action.Type];
  if (rule === undefined) return [`has type ${action.Type}, which does not run here`];
  return [
    ...rule.problems(action.Parameters),
    ...targetsOf(action)
      .filter((target) => !actions.has(target))
      .map((target) => `leads to "${target}", which is no action`),
    ...operatorsOf(action).map((operator) => `has the operator ${operator}, which does not exist`),
    ...unknownNamespaces(action).map((path) => `refers to ${path}, whose namespace does not exist`),
  ];
}

const targetsOf = ({ Transitions: { NextAction, Errors = [], Conditions = [] } = {} }: FlowAction) => [
  ...(NextAction === undefined ? [] : [NextAction]),
  ...[...Errors, ...Conditions].map((each) => each.NextAction),
];

const operatorsOf = ({ Transitions }: FlowAction): readonly string[] =>
  (Transitions?.Conditions ?? [])
    .map(({ Condition }) => Condition.Operator)
    .filter((operator) => !operatorNames.includes(operator));

const unknownNamespaces = ({ Parameters }: FlowAction): readonly string[] =>
  stringsIn(Parameters)
    .flatMap((text) => referencesIn(text))
    .filter((path) => !(namespaces as readonly string[]).includes(keysOf(path)[0] ?? ''));

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
