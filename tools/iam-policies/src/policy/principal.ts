/** Who makes a call. */
export type Principal =
  | {
      readonly kind: 'role';
      /** `arn:aws:iam::ACCOUNT:role/NAME` */
      readonly roleArn: string;
      /** `arn:aws:sts::ACCOUNT:assumed-role/NAME/SESSION` */
      readonly sessionArn: string;
    }
  | {
      readonly kind: 'service';
      /** `events.amazonaws.com` */
      readonly service: string;
    }
  | {
      readonly kind: 'federated';
      /** Who vouches for the caller, e.g. `cognito-identity.amazonaws.com`. */
      readonly provider: string;
    };

/** A Principal element, each kind as a list. `AWS: ['*']` is everybody. */
export interface PrincipalElement {
  readonly AWS: readonly string[];
  readonly Service: readonly string[];
  readonly Federated: readonly string[];
}

const accountOf = (arn: string): string => arn.split(':')[4] ?? '';

/** Whether an entry stands for a whole account: its id, or its root user. */
const accountEntry = (entry: string): string | undefined =>
  /^(?:arn:[\w-]+:iam::)?(\d{12})(?::root)?$/.exec(entry)?.[1];

/**
 * Whether an entry for AWS principals names a caller. An account in an Allow only lets its own policies decide, as in
 * AWS, so there it names nobody; in a Deny it names everybody in it.
 */
const namesRole = (entry: string, caller: Extract<Principal, { kind: 'role' }>, effect: string): boolean => {
  const account = accountEntry(entry);
  if (account !== undefined) return effect === 'Deny' && account === accountOf(caller.roleArn);
  return entry === caller.roleArn || entry === caller.sessionArn;
};

/** Whether a Principal element of a statement with that effect names a caller. */
export const namesPrincipal = (
  element: PrincipalElement,
  principal: Principal,
  effect: 'Allow' | 'Deny',
): boolean => {
  if (element.AWS.includes('*')) return true;
  if (principal.kind === 'federated') return element.Federated.includes(principal.provider);
  return principal.kind === 'service'
    ? element.Service.includes(principal.service)
    : element.AWS.some((entry) => namesRole(entry, principal, effect));
};

/** How messages name a caller. */
export const principalName = (principal: Principal): string =>
  principal.kind === 'role' ? principal.sessionArn : callerOf(principal);

/** Who a caller is, whatever its session: the role's ARN, the service, or the provider. */
export const callerOf = (principal: Principal): string => {
  if (principal.kind === 'role') return principal.roleArn;
  return principal.kind === 'service' ? principal.service : principal.provider;
};
