import type { Context } from './policy/context.ts';
import type { Entries, Policy, Statement } from './policy/parse-policy.ts';
import { namesPrincipal, type Principal } from './policy/principal.ts';

/** A call as policies see it. */
export interface AccessRequest {
  readonly principal: Principal;
  /** `sqs:SendMessage` */
  readonly action: string;
  /** An ARN, or `*` for an action without resource-level permissions. */
  readonly resource: string;
  readonly context: Context;
}

/** The policies that bear on a call. */
export interface AccessPolicies {
  /** Of the caller's role, managed and inline. */
  readonly identity: readonly Policy[];
  /** Of the resource, or the trust policy of a role to be assumed. */
  readonly resource: readonly Policy[];
  readonly boundary?: Policy | undefined;
}

/** A part of a statement that fits a call: one entry of its actions and one of its resources. */
export interface Grant {
  readonly policy: string;
  /** Position in the document, from 0. */
  readonly statement: number;
  /** The entry as it is written; `!` before the entries of NotAction. */
  readonly action: string;
  readonly resource: string;
}

export type PolicySide = 'identity' | 'resource' | 'boundary';

export interface Decision {
  readonly decision: 'allow' | 'implicit-deny' | 'explicit-deny';
  /** What allows the call, or what explicitly denies it. Empty when nothing does. */
  readonly grants: readonly Grant[];
  /** Which kind of policy denies it: explicitly, or by not allowing it. */
  readonly deniedBy?: PolicySide;
}

const fitting = ({ negated, entries }: Entries, text: string, context: Context): readonly string[] => {
  const found = entries.filter(({ matches }) => matches(text, context)).map((entry) => entry.text);
  if (!negated) return found;
  return found.length > 0 ? [] : [`!${entries.map((entry) => entry.text).join(' ')}`];
};

const isAbout = ({ principal, effect }: Statement, request: AccessRequest): boolean =>
  principal === undefined || namesPrincipal(principal, request.principal, effect);

const grantsOf = (policy: Policy, effect: Statement['effect'], request: AccessRequest): Grant[] =>
  policy.statements.flatMap((statement, index) => {
    const { context } = request;
    if (statement.effect !== effect || !isAbout(statement, request)) return [];
    const actions = fitting(statement.actions, request.action, context);
    const resources = actions.length === 0 ? [] : fitting(statement.resources, request.resource, context);
    if (resources.length === 0 || !statement.condition(context)) return [];
    return actions.flatMap((action) =>
      resources.map((resource) => ({ policy: policy.id, statement: index, action, resource })),
    );
  });

const all = (policies: readonly Policy[], effect: Statement['effect'], request: AccessRequest): Grant[] =>
  policies.flatMap((policy) => grantsOf(policy, effect, request));

const explicitDeny = (request: AccessRequest, sides: Readonly<Record<PolicySide, readonly Policy[]>>) => {
  for (const side of ['identity', 'resource', 'boundary'] as const) {
    const grants = all(sides[side], 'Deny', request);
    if (grants.length > 0) return { decision: 'explicit-deny', grants, deniedBy: side } as const;
  }
  return undefined;
};

/**
 * Decides a call within one account: an explicit Deny wins; then the role's policies or those of the resource must
 * allow it, and the permissions boundary, if there is one, must too. A service, or somebody
 * for whom a provider vouches, is allowed by the resource alone.
 *
 * Source: IAM user guide, "Policy evaluation logic".
 */
export const evaluate = (request: AccessRequest, policies: AccessPolicies): Decision => {
  const boundary = policies.boundary === undefined ? [] : [policies.boundary];
  const isOutside = request.principal.kind !== 'role';
  const identity = isOutside ? [] : policies.identity;
  const denied = explicitDeny(request, { identity, resource: policies.resource, boundary });
  if (denied !== undefined) return denied;
  const grants = all([...identity, ...policies.resource], 'Allow', request);
  if (grants.length === 0)
    return { decision: 'implicit-deny', grants, deniedBy: isOutside ? 'resource' : 'identity' };
  if (boundary.length > 0 && all(boundary, 'Allow', request).length === 0)
    return { decision: 'implicit-deny', grants: [], deniedBy: 'boundary' };
  return { decision: 'allow', grants };
};
