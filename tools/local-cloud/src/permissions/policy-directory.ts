import { parsePolicy, type Policy, PolicyError } from '@atlas-engine/iam-policies';

/** A policy as it stands in a template. */
export interface NamedDocument {
  readonly name: string;
  readonly document: unknown;
}

/** A role as CloudFormation describes it. */
export interface RoleDescription {
  readonly arn: string;
  readonly name: string;
  /** Who may assume it. */
  readonly trust: unknown;
  readonly managedPolicyArns: readonly string[];
  readonly inlinePolicies: readonly NamedDocument[];
  readonly boundaryArn?: string | undefined;
}

/** A role with all that decides what it may do. */
export interface RolePolicies {
  readonly trust: Policy;
  readonly identity: readonly Policy[];
  readonly boundary: Policy | undefined;
}

/** A policy with its place, for reports. */
export interface AttachedPolicy {
  readonly policy: Policy;
  readonly document: unknown;
  /** Roles by name; for the policy of a resource the resource. */
  readonly attachedTo: readonly string[];
}

/**
 * The policies of the account, compiled once. Putting replaces; removing what is not there is no error.
 *
 * All that puts a policy @throws PolicyError naming what is not known
 */
export interface PolicyDirectory {
  putRole(role: RoleDescription): void;
  removeRole(arn: string): void;
  putManagedPolicy(arn: string, document: unknown): void;
  /** @throws PolicyError while a role has it */
  removeManagedPolicy(arn: string): void;
  /** A policy of its own resource, `AWS::IAM::Policy`, for roles by name. */
  putInlinePolicy(id: string, policy: NamedDocument, roleNames: readonly string[]): void;
  removeInlinePolicy(id: string): void;
  /** `id` tells several policies of one resource apart, e.g. the permissions of a function. */
  putResourcePolicy(id: string, resourceArns: readonly string[], document: unknown): void;
  removeResourcePolicy(id: string): void;
  /** Undefined when there is no such role. */
  role(arn: string): RolePolicies | undefined;
  /** Of the resource, or of the bucket of an object. */
  ofResource(arn: string): readonly Policy[];
  all(): readonly AttachedPolicy[];
}

interface Stored {
  readonly policy: Policy;
  readonly document: unknown;
}

interface StoredRole extends RoleDescription {
  readonly compiledTrust: Policy;
  readonly inline: readonly Stored[];
}

const nameOf = (arn: string): string => arn.split('/').at(-1) ?? arn;

/** A bucket's policy is about its objects, too. */
const ownerOf = (arn: string): string => (arn.startsWith('arn:aws:s3:::') ? (arn.split('/')[0] ?? arn) : arn);

const identityPolicy = (id: string, document: unknown): Stored => ({
  policy: parsePolicy(document, { id, kind: 'identity' }),
  document,
});

export function createPolicyDirectory(): PolicyDirectory {
  const roles = new Map<string, StoredRole>();
  const managed = new Map<string, Stored>();
  const inline = new Map<string, Stored & { readonly roleNames: readonly string[] }>();
  const ofResources = new Map<string, Stored & { readonly resourceArns: readonly string[] }>();
  const byResource = new Map<string, Policy[]>();

  const index = (): void => {
    byResource.clear();
    for (const { policy, resourceArns } of ofResources.values()) {
      for (const arn of resourceArns) byResource.set(arn, [...(byResource.get(arn) ?? []), policy]);
    }
  };
  const managedOf = (arn: string): Stored => {
    const found = managed.get(arn);
    if (found !== undefined) return found;
    throw new PolicyError(
      arn.includes('::aws:policy/')
        ? `${arn}: policies of AWS are not known to the local cloud: list the actions that are needed`
        : `Policy ${arn} does not exist or is not attachable.`,
    );
  };
  const attached = (name: string): readonly Stored[] =>
    [...inline.values()].filter(({ roleNames }) => roleNames.includes(name));
  const rolesWith = (policyArn: string): readonly string[] =>
    [...roles.values()]
      .filter(
        ({ managedPolicyArns, boundaryArn }) =>
          managedPolicyArns.includes(policyArn) || boundaryArn === policyArn,
      )
      .map(({ name }) => name);

  return {
    putRole(role) {
      const { name, managedPolicyArns, boundaryArn } = role;
      for (const arn of [...managedPolicyArns, ...(boundaryArn === undefined ? [] : [boundaryArn])])
        managedOf(arn);
      roles.set(role.arn, {
        ...role,
        compiledTrust: parsePolicy(role.trust, { id: `${name}/trust`, kind: 'trust' }),
        inline: role.inlinePolicies.map((policy) =>
          identityPolicy(`${name}/${policy.name}`, policy.document),
        ),
      });
    },
    removeRole: (arn) => void roles.delete(arn),
    putManagedPolicy: (arn, document) => void managed.set(arn, identityPolicy(nameOf(arn), document)),
    removeManagedPolicy(arn) {
      const holders = rolesWith(arn);
      if (holders.length > 0)
        throw new PolicyError(`${arn}: Cannot delete a policy attached to entities: ${holders.join(', ')}`);
      managed.delete(arn);
    },
    putInlinePolicy: (id, { name, document }, roleNames) =>
      void inline.set(id, { ...identityPolicy(`${roleNames.join('+')}/${name}`, document), roleNames }),
    removeInlinePolicy: (id) => void inline.delete(id),
    putResourcePolicy(id, resourceArns, document) {
      const policy = parsePolicy(document, { id, kind: 'resource' });
      ofResources.set(id, { policy, document, resourceArns });
      index();
    },
    removeResourcePolicy(id) {
      ofResources.delete(id);
      index();
    },
    role(arn) {
      const found = roles.get(arn);
      if (found === undefined) return undefined;
      const policies = [...found.managedPolicyArns.map(managedOf), ...found.inline, ...attached(found.name)];
      return {
        trust: found.compiledTrust,
        identity: policies.map(({ policy }) => policy),
        boundary: found.boundaryArn === undefined ? undefined : managedOf(found.boundaryArn).policy,
      };
    },
    ofResource: (arn) => byResource.get(ownerOf(arn)) ?? [],
    all: () => [
      ...[...managed].map(([arn, stored]) => ({ ...stored, attachedTo: rolesWith(arn) })),
      ...[...roles.values()].flatMap(({ name, inline: own, compiledTrust, trust }) => [
        ...own.map((stored) => ({ ...stored, attachedTo: [name] })),
        { policy: compiledTrust, document: trust, attachedTo: [name] },
      ]),
      ...[...inline.values()].map(({ roleNames, ...stored }) => ({ ...stored, attachedTo: roleNames })),
      ...[...ofResources.values()].map(({ resourceArns, ...stored }) => ({
        ...stored,
        attachedTo: resourceArns,
      })),
    ],
  };
}
