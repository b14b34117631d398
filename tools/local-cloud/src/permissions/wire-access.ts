import { AwsError, type WireRequest } from '@atlas-engine/aws-wire';
import {
  needsOf,
  type Call,
  type LookUps,
  type Need,
  type Place,
  type Principal,
} from '@atlas-engine/iam-policies';
import type { Sts } from '@atlas-engine/storage-doubles';
import type { Access } from './access.ts';
import { inputOf } from './call-input.ts';
import { denialError, expiredError } from './denial-error.ts';

export interface WireAccessOptions {
  readonly access: Access;
  readonly sts: Sts;
  readonly place: Place;
  readonly lookUps: LookUps;
  /** Simulated epoch milliseconds. */
  readonly now: () => number;
}

/** The roles that CDK's bootstrap makes: whoever deploys is an administrator here. */
const bootstrapRole = /:role\/cdk-[a-z0-9]+-[a-z-]+-role-\d{12}-[a-z0-9-]+$/;

const isSigned = (request: WireRequest): request is WireRequest & Required<Pick<WireRequest, 'scope'>> =>
  request.scope !== undefined;

/** Decides calls that come by the wire. Keys that are no role's are a developer's, who may do everything. */
export function createWireAccess({ access, sts, place, lookUps, now }: WireAccessOptions) {
  const callOf = (request: WireRequest, operation: string): Call => ({
    operation,
    path: request.path,
    query: request.query,
    headers: request.headers,
    body: request.body,
    get input() {
      return inputOf(request);
    },
    place,
    lookUps,
  });

  const require = (service: string, principal: Principal, need: Need & { readonly userId: string }): void => {
    const { action, resource, context, userId, refusal } = need;
    const denial = access.denialOf({
      principal,
      action,
      resource,
      context: { 'aws:sourceip': '127.0.0.1', 'aws:userid': userId, ...context },
    });
    if (denial === undefined) return;
    throw refusal === undefined ? denialError(service, denial) : new AwsError(refusal.code, refusal.message);
  };

  /** @throws AwsError as the service refuses a call without permission */
  return (request: WireRequest, operation: string): void => {
    if (!isSigned(request)) return;
    const { service, accessKeyId } = request.scope;
    const caller = sts.callerOf(accessKeyId);
    if (caller === undefined || bootstrapRole.test(caller.roleArn)) return;
    const { roleArn, sessionArn, userId, expiresAt = Infinity } = caller;
    if (expiresAt <= now()) throw expiredError(service);
    const needs = needsOf(service, callOf(request, operation));
    if (needs === undefined)
      throw denialError(
        service,
        `User: ${sessionArn} is not authorized to perform: ${service}:${operation}: the local cloud has no IAM mapping for it`,
      );
    for (const need of needs) require(service, { kind: 'role', roleArn, sessionArn }, { ...need, userId });
  };
}
