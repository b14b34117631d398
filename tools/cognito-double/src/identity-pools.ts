import { randomUUID } from 'node:crypto';
import {
  asksForTarget,
  AwsError,
  jsonService,
  type Operation,
  type ServiceDouble,
} from '@atlas-engine/aws-wire';
import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import * as z from 'zod';
import {
  type GuestPart,
  type GuestPool,
  guestShapes,
  identityInput,
  poolInput,
} from './identity-pools/shapes.ts';

/** Credentials of a role, for a guest. */
export interface GuestCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** What identity pools are made of. */
export interface IdentityPoolsOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly region: string;
  /**
   * Credentials of the guests' role that end at `expiresAt` (epoch milliseconds); undefined when the role does not let
   * Cognito assume it for guests of the pool.
   */
  readonly credentialsFor: (
    roleArn: string,
    guest: { readonly poolId: string; readonly identityId: string; readonly expiresAt: number },
  ) => GuestCredentials | undefined;
}

/** Cognito's identity pools on this machine: guests only. */
export interface IdentityPools {
  /** For the wire server; pages call it unsigned, by target. */
  readonly service: ServiceDouble;
  /** @throws AwsError InvalidParameterException naming what is wrong with the properties */
  readonly put: (part: GuestPart, id: string, properties: unknown) => void;
  readonly remove: (part: GuestPart, id: string) => void;
}

/** Guests' credentials last an hour. Source: Cognito API reference, GetCredentialsForIdentity. */
const hour = 3_600_000;

const targetPrefix = 'AWSCognitoIdentityService.';
const refuse = (code: string, message: string): AwsError => new AwsError(code, message);
const notAuthorized = (message: string): AwsError => refuse('NotAuthorizedException', message);

function read<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  const member = field.charAt(0).toLowerCase() + field.slice(1);
  throw refuse(
    'ValidationException',
    `1 validation error detected: Value at '${member}' failed to satisfy constraint: ${issue?.message ?? ''}`,
  );
}

/** Identity pools of one region, kept in the store (`cognito/…`). */
export function createIdentityPools(options: IdentityPoolsOptions): IdentityPools {
  const { clock, store, region, credentialsFor } = options;
  const pools = store.collection<GuestPool>('cognito/identity-pools');
  const roles = store.collection<{ readonly poolId: string; readonly roleArn: string }>('cognito/pool-roles');
  const identities = store.collection<{ readonly poolId: string }>('cognito/identities');

  const poolWith = (poolId: string): GuestPool => {
    const pool = pools.get(poolId);
    if (pool === undefined) throw refuse('ResourceNotFoundException', `IdentityPool '${poolId}' not found.`);
    if (!pool.AllowUnauthenticatedIdentities)
      throw notAuthorized('Unauthenticated access is not supported for this identity pool.');
    return pool;
  };
  const forGuestsOnly = (logins: Readonly<Record<string, string>>): void => {
    if (Object.keys(logins).length > 0)
      throw notAuthorized('Token is not from a supported provider of this identity pool.');
  };

  const getId: Operation = (input) => {
    const { IdentityPoolId: poolId, Logins } = read(poolInput, input);
    poolWith(poolId);
    forGuestsOnly(Logins);
    const identityId = `${region}:${randomUUID()}`;
    identities.set(identityId, { poolId });
    return { IdentityId: identityId };
  };

  const getCredentials: Operation = (input) => {
    const { IdentityId: identityId, Logins } = read(identityInput, input);
    const poolId = identities.get(identityId)?.poolId;
    if (poolId === undefined)
      throw refuse('ResourceNotFoundException', `Identity '${identityId}' not found.`);
    poolWith(poolId);
    forGuestsOnly(Logins);
    const roleArn = [...roles.values()].find((each) => each.poolId === poolId)?.roleArn;
    const expiresAt = clock.now() + hour;
    const credentials =
      roleArn === undefined ? undefined : credentialsFor(roleArn, { poolId, identityId, expiresAt });
    if (credentials === undefined)
      throw refuse(
        'InvalidIdentityPoolConfigurationException',
        'Invalid identity pool configuration. Check assigned IAM roles for this pool.',
      );
    const { accessKeyId: AccessKeyId, secretAccessKey: SecretKey, sessionToken: SessionToken } = credentials;
    const Expiration = Math.floor(expiresAt / 1000);
    return { IdentityId: identityId, Credentials: { AccessKeyId, SecretKey, SessionToken, Expiration } };
  };

  const define = (part: GuestPart, id: string, properties: unknown): void => {
    const parsed = guestShapes[part].safeParse(properties);
    if (!parsed.success)
      throw refuse('InvalidParameterException', `${part}: ${z.prettifyError(parsed.error)}`);
    const definition = parsed.data;
    if ('Roles' in definition)
      roles.set(id, { poolId: definition.IdentityPoolId, roleArn: definition.Roles.unauthenticated });
    else pools.set(id, definition);
  };

  return {
    service: {
      ...jsonService({
        service: 'cognito-identity',
        version: '1.1',
        operations: { GetId: getId, GetCredentialsForIdentity: getCredentials },
      }),
      claims: ({ headers }) => headers['x-amz-target']?.startsWith(targetPrefix) === true,
      crossOrigin: { preflight: asksForTarget, methods: ['POST'] },
    },
    put: define,
    remove: (part, id) => void (part === 'IdentityPool' ? pools : roles).delete(id),
  };
}
