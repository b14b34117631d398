import { callerOf, type Grant } from '@atlas-engine/iam-policies';
import type { Access } from './access.ts';
import type { AccessRecord, Denial } from './access-record.ts';
import type { AttachedPolicy, PolicyDirectory } from './policy-directory.ts';

/** One action on one resource that a statement allows. */
export interface GrantUse {
  readonly policy: string;
  readonly attachedTo: readonly string[];
  readonly statement: number;
  readonly sid?: string;
  readonly action: string;
  readonly resource: string;
  /** Callers with a call that nothing else allows. Without any, the policy could do without it. */
  readonly neededBy: readonly string[];
}

export interface PermissionsReport {
  readonly grants: readonly GrantUse[];
  readonly unused: readonly GrantUse[];
  readonly denials: readonly Denial[];
}

/** What identifies a grant. */
export const grantId = ({ policy, statement, action, resource }: Grant): string =>
  [policy, statement, action, resource].join(' ');

const grantsOf = ({ policy, attachedTo }: AttachedPolicy): Omit<GrantUse, 'neededBy'>[] =>
  policy.statements.flatMap(({ effect, sid, actions, resources }, statement) => {
    if (effect === 'Deny' || actions.negated || resources.negated) return [];
    const place = { policy: policy.id, attachedTo, statement, ...(sid !== undefined && { sid }) };
    return actions.entries.flatMap((action) =>
      resources.entries.map((resource) => ({ ...place, action: action.text, resource: resource.text })),
    );
  });

/** Which grants of the account's policies were needed: by a call that no other grant allows. */
export function reportPermissions(
  directory: PolicyDirectory,
  record: AccessRecord,
  access: Access,
): PermissionsReport {
  const needed = new Map<string, Set<string>>();
  for (const witness of record.witnesses()) {
    const { grants } = access.again(witness);
    const [only, ...others] = grants;
    if (only === undefined || others.length > 0) continue;
    needed.set(grantId(only), (needed.get(grantId(only)) ?? new Set()).add(callerOf(witness.principal)));
  }
  const grants = directory
    .all()
    .flatMap(grantsOf)
    .map((grant) => ({ ...grant, neededBy: [...(needed.get(grantId(grant)) ?? [])] }));
  return {
    grants,
    unused: grants.filter(({ neededBy }) => neededBy.length === 0),
    denials: record.denials(),
  };
}
