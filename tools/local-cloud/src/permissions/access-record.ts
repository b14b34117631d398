import type { AccessRequest, Decision, Grant } from '@atlas-engine/iam-policies';
import { callerOf as nameOf, principalName } from '@atlas-engine/iam-policies';
import type { Collection, StateStore } from '@atlas-engine/simulation';

/** A call that was allowed, as an example of all that the same grants allow. */
export type Witness = AccessRequest;

/** Calls that were denied, told once for each caller, action and resource. */
export interface Denial {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  /** What the caller was told. */
  readonly message: string;
  readonly count: number;
}

/** What calls needed, and what was denied. As many entries as policies have grants, however many calls there are. */
export interface AccessRecord {
  allowed(request: AccessRequest, decision: Decision): void;
  denied(request: AccessRequest, message: string): void;
  witnesses(): readonly Witness[];
  denials(): readonly Denial[];
}

const mostDenials = 500;

const grantKey = ({ policy, statement, action, resource }: Grant): string =>
  `${policy}#${String(statement)}#${action}#${resource}`;

const callerOf = ({ principal }: AccessRequest): string => nameOf(principal);

/** Keeps the record in the store, so that a restart forgets nothing. */
export function createAccessRecord(store: StateStore): AccessRecord {
  const witnesses: Collection<Witness> = store.collection('permissions/witnesses');
  const denials: Collection<Denial> = store.collection('permissions/denials');
  return {
    allowed(request, { grants }) {
      const key = [callerOf(request), request.action, ...grants.map(grantKey)].join(' ');
      if (!witnesses.has(key)) witnesses.set(key, request);
    },
    denied(request, message) {
      const { principal, action, resource } = request;
      const key = [callerOf(request), action, resource].join(' ');
      const known = denials.get(key);
      if (known === undefined && denials.size >= mostDenials) return;
      const first = { principal: principalName(principal), action, resource, message, count: 0 };
      denials.set(key, { ...(known ?? first), count: (known?.count ?? 0) + 1 });
    },
    witnesses: () => [...witnesses.values()],
    denials: () => [...denials.values()],
  };
}
