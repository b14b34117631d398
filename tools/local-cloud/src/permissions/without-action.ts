import {
  denialMessage,
  evaluate,
  parsePolicy,
  type AccessRequest,
  type Policy,
  type PolicyKind,
} from '@atlas-engine/iam-policies';
import * as z from 'zod';
import type { PermissionsExport } from './permissions-export.ts';

/** What happens when an action is taken out of a policy. */
export interface Removal {
  readonly policy: string;
  readonly action: string;
  /** What the first call that needs it is told; undefined when none does. */
  readonly denial: string | undefined;
}

const texts = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const statementSchema = z.looseObject({
  Effect: z.string(),
  Action: texts.optional(),
  Principal: z.unknown().optional(),
  Resource: z.unknown().optional(),
});
const documentSchema = z.looseObject({
  Statement: z.union([statementSchema.transform((one) => [one]), z.array(statementSchema)]),
});
type Document = z.infer<typeof documentSchema>;

const kindOf = ({ Statement: [first] }: Document): PolicyKind => {
  if (first?.Principal === undefined) return 'identity';
  return first.Resource === undefined ? 'trust' : 'resource';
};

/** A statement without its only action would not be one. */
const placeholder = 'none:None';

const without = (document: Document, action: string): Document => ({
  ...document,
  Statement: document.Statement.map(({ Action = [], ...statement }) => {
    if (statement.Effect !== 'Allow') return { ...statement, Action };
    const left = Action.filter((entry) => entry !== action);
    return { ...statement, Action: left.length === 0 ? [placeholder] : left };
  }),
});

interface Entry {
  readonly id: string;
  readonly kind: PolicyKind;
  readonly document: Document;
  readonly attachedTo: readonly string[];
  readonly policy: Policy;
}

const callerName = ({ principal }: AccessRequest): string =>
  principal.kind === 'role' ? (principal.roleArn.split('/').at(-1) ?? '') : '';

/** Bucket policies are about objects, and trust policies about their role. */
const isAbout = ({ attachedTo, kind }: Entry, { action, resource }: AccessRequest): boolean =>
  kind === 'trust'
    ? action.startsWith('sts:AssumeRole') && attachedTo.some((name) => resource.endsWith(`/${name}`))
    : attachedTo.some((arn) => resource === arn || resource.startsWith(`${arn}/`));

const denialOf = (entries: readonly Entry[], request: AccessRequest): string | undefined => {
  const name = callerName(request);
  const identity = entries.filter(({ kind, attachedTo }) => kind === 'identity' && attachedTo.includes(name));
  const resource = entries.filter((entry) => entry.kind !== 'identity' && isAbout(entry, request));
  const decision = evaluate(request, {
    identity: identity.map(({ policy }) => policy),
    resource: resource.map(({ policy }) => policy),
  });
  return decision.decision === 'allow' ? undefined : denialMessage(request, decision);
};

/** Takes every action out of every policy that allows it, one at a time, and repeats the calls that were needed. */
export function withoutAction({ policies, witnesses }: PermissionsExport): readonly Removal[] {
  const entries = policies.map(({ id, document: raw, attachedTo }): Entry => {
    const document = documentSchema.parse(raw);
    const kind = kindOf(document);
    return { id, kind, document, attachedTo, policy: parsePolicy(raw, { id, kind }) };
  });
  return entries.flatMap((entry) => {
    const allowed = entry.document.Statement.filter(({ Effect }) => Effect === 'Allow');
    const actions = [...new Set(allowed.flatMap(({ Action = [] }) => Action))];
    return actions.map((action) => {
      const policy = parsePolicy(without(entry.document, action), entry);
      const changed = entries.map((one) => (one === entry ? { ...one, policy } : one));
      const denials = witnesses
        .filter((request) => denialOf(entries, request) === undefined)
        .map((request) => denialOf(changed, request));
      return { policy: entry.id, action, denial: denials.find((denial) => denial !== undefined) };
    });
  });
}
