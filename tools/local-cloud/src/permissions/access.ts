import {
  denialMessage,
  evaluate,
  type AccessPolicies,
  type AccessRequest,
  type Context,
  type Decision,
  type Policy,
  type Principal,
} from '@atlas-engine/iam-policies';
import type { AccessRecord } from './access-record.ts';
import type { PolicyDirectory } from './policy-directory.ts';

/** A call to be decided. */
export interface Ask {
  readonly principal: Principal;
  readonly action: string;
  readonly resource: string;
  readonly context?: Context | undefined;
  /** Policies that are no part of the account: of a service-linked role. */
  readonly identity?: readonly Policy[];
}

export interface Access {
  /** Decides a call, and remembers it. Gives the message for the caller when it is denied. */
  denialOf(ask: Ask): string | undefined;
  /** Decides a call of the record anew, by the policies as they are. */
  again(request: AccessRequest): Decision;
}

export interface AccessOptions {
  readonly directory: PolicyDirectory;
  readonly record: AccessRecord;
  readonly region: string;
  readonly accountId: string;
  /** Simulated epoch milliseconds. */
  readonly now: () => number;
}

const callerContext = (principal: Principal, accountId: string): Context => {
  if (principal.kind === 'federated') return { 'aws:principalisawsservice': 'false' };
  return principal.kind === 'service'
    ? {
        'aws:principalisawsservice': 'true',
        'aws:principalservicename': principal.service,
        'aws:sourceaccount': accountId,
      }
    : {
        'aws:principalisawsservice': 'false',
        'aws:principalarn': principal.roleArn,
        'aws:principalaccount': accountId,
        'aws:principaltype': 'AssumedRole',
      };
};

/** Decides calls by the account's policies. */
export function createAccess({ directory, record, region, accountId, now }: AccessOptions): Access {
  const policiesFor = ({ principal, action, resource }: AccessRequest): AccessPolicies => {
    const role = principal.kind === 'role' ? directory.role(principal.roleArn) : undefined;
    const trust = action.startsWith('sts:AssumeRole') ? directory.role(resource)?.trust : undefined;
    return {
      identity: role?.identity ?? [],
      boundary: role?.boundary,
      resource: trust === undefined ? directory.ofResource(resource) : [trust],
    };
  };
  const again = (request: AccessRequest): Decision => evaluate(request, policiesFor(request));
  return {
    again,
    denialOf({ principal, action, resource, context, identity }) {
      const request = {
        principal,
        action,
        resource,
        context: {
          // The loopback address stands for the TLS endpoint of the service.
          'aws:securetransport': 'true',
          'aws:requestedregion': region,
          'aws:resourceaccount': accountId,
          'aws:viaawsservice': 'false',
          'aws:currenttime': new Date(now()).toISOString(),
          'aws:epochtime': String(Math.floor(now() / 1000)),
          ...callerContext(principal, accountId),
          ...context,
        },
      };
      const policies = policiesFor(request);
      const decision = evaluate(request, identity === undefined ? policies : { ...policies, identity });
      if (decision.decision === 'allow') {
        record.allowed(request, decision);
        return undefined;
      }
      const message = denialMessage(request, decision);
      record.denied(request, message);
      return message;
    },
  };
}
