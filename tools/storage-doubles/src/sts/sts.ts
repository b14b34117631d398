import { AwsError, queryService, type Operation, type ServiceDouble } from '@atlas-engine/aws-wire';
import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import * as z from 'zod';
import { parseInput, type InputErrors } from '../parse-input.ts';
import {
  assumedRole,
  createRoleSessions,
  roleCaller,
  type RoleCaller,
  type RoleCredentials,
  type RoleSession,
  type RoleSessions,
} from './role-sessions.ts';

/** What STS is made of. */
export interface StsOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly accountId: string;
}

/** STS on this machine. */
export interface Sts {
  /** For the wire server; signing scope `sts`. */
  readonly service: ServiceDouble;
  /** Credentials of a session; the same role and session have the same. */
  credentialsFor(roleArn: string, session: string): RoleCredentials;
  /** Credentials that are refused from `expiresAt` (epoch milliseconds) on, new ones each time. */
  issue(session: RoleSession & { readonly expiresAt: number }): RoleCredentials;
  /** The role behind an access key; undefined for a user's own key. */
  roleOf(accessKeyId: string): string | undefined;
  /** Who a role's access key stands for; undefined for a user's own key. */
  callerOf(accessKeyId: string): RoleCaller | undefined;
}

const errors: InputErrors = {
  service: 'sts',
  invalid: (problem) => new AwsError('ValidationError', problem),
};

const tag = z.strictObject({ Key: z.string().min(1).max(128), Value: z.string().max(256) });
const assumeSchema = z.strictObject({
  RoleArn: z
    .string()
    .min(20)
    .max(2048)
    .regex(/^arn:[\w-]+:iam::\d{12}:role\/\S+$/, 'must be the ARN of a role'),
  RoleSessionName: z.string().regex(/^[\w+=,.@-]{2,64}$/, 'must be 2 to 64 of letters, digits and _+=,.@-'),
  DurationSeconds: z.coerce.number().int().min(900).max(43_200).default(3600),
  ExternalId: z.string().min(2).max(1224).optional(),
  Tags: z.array(tag).max(50).optional(),
  TransitiveTagKeys: z.array(z.string()).max(50).optional(),
});

const assumeRole =
  (sessions: RoleSessions, clock: SimulationClock): Operation =>
  (input) => {
    const asked = parseInput(assumeSchema, input, errors);
    const session = { roleArn: asked.RoleArn, session: asked.RoleSessionName };
    const { accessKeyId, secretAccessKey, sessionToken } = sessions.open(session);
    const { id, arn } = assumedRole(session);
    return {
      Credentials: {
        AccessKeyId: accessKeyId,
        SecretAccessKey: secretAccessKey,
        SessionToken: sessionToken,
        Expiration: new Date(clock.now() + asked.DurationSeconds * 1000),
      },
      AssumedRoleUser: { AssumedRoleId: id, Arn: arn },
    };
  };

const getCallerIdentity =
  (sessions: RoleSessions, accountId: string): Operation =>
  (input, { request }) => {
    parseInput(z.strictObject({}), input, errors);
    const accessKeyId = request.scope?.accessKeyId ?? '';
    const session = sessions.find(accessKeyId);
    if (session === undefined)
      return { Account: accountId, UserId: accessKeyId, Arn: `arn:aws:iam::${accountId}:user/local` };
    const { account, id, arn } = assumedRole(session);
    return { Account: account, UserId: id, Arn: arn };
  };

/**
 * STS: every caller is who it says it is, and may assume any role; assumed roles get keys that the host can tell apart.
 *
 * Session tags and an external id are taken and mean nothing; session policies are refused by name.
 */
export const createSts = ({ clock, store, accountId }: StsOptions): Sts => {
  const sessions = createRoleSessions(store);
  return {
    service: queryService({
      service: 'sts',
      xmlns: 'https://sts.amazonaws.com/doc/2011-06-15/',
      operations: {
        AssumeRole: assumeRole(sessions, clock),
        GetCallerIdentity: getCallerIdentity(sessions, accountId),
      },
    }),
    credentialsFor: (roleArn, session) => sessions.open({ roleArn, session }),
    issue: (session) => sessions.issue(session),
    roleOf: (accessKeyId) => sessions.find(accessKeyId)?.roleArn,
    callerOf: (accessKeyId) => {
      const session = sessions.find(accessKeyId);
      return session && roleCaller(session);
    },
  };
};
