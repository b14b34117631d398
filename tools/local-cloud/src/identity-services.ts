import { createIdentityPools, createUserPools } from '@atlas-engine/cognito-double';
import { createHttpApis } from '@atlas-engine/http-api-double';
import type { Lambda } from '@atlas-engine/lambda-runtime';
import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import type { CloudWatch, CloudWatchLogs, Sts } from '@atlas-engine/storage-doubles';
import { localPassword } from './local-users.ts';
import type { ServiceAccess } from './permissions/service-access.ts';

/** What pages sign in with and call. */
interface IdentityServicesOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly region: string;
  readonly accountId: string;
  readonly url: () => string;
  readonly sts: Sts;
  readonly access: ServiceAccess;
  readonly lambda: Lambda;
  readonly logs: CloudWatchLogs;
  readonly metrics: CloudWatch;
}

const cognito = 'cognito-identity.amazonaws.com';

/** User pools, identity pools and HTTP APIs, connected to what they need of the account. */
export function createIdentityServices(options: IdentityServicesOptions) {
  const { clock, store, region, accountId, url, sts, access, lambda, logs, metrics } = options;
  const userPools = createUserPools({
    clock,
    store,
    region,
    password: localPassword,
    // Templates of stage `local` carry the default port; the local cloud may listen elsewhere.
    urlOf: (templateUrl) => templateUrl.replace(/localhost:4566(?=\/|$)/, `localhost:${new URL(url()).port}`),
  });
  const identityPools = createIdentityPools({
    clock,
    store,
    region,
    credentialsFor: (roleArn, { poolId, identityId, expiresAt }) => {
      const claims = { aud: poolId, sub: identityId, amr: ['unauthenticated'] };
      return access.may({ provider: cognito, claims }, 'sts:AssumeRoleWithWebIdentity', roleArn)
        ? sts.issue({ roleArn, session: 'CognitoIdentityCredentials', expiresAt })
        : undefined;
    },
  });
  const httpApis = createHttpApis({
    clock,
    store,
    region,
    accountId,
    keysOf: (issuer) => userPools.jwksOf(issuer),
    invoke: async (functionArn, payload, sourceArn) => {
      access.require(
        { service: 'apigateway.amazonaws.com', sourceArn },
        'lambda:InvokeFunction',
        functionArn,
      );
      return lambda.invoke(functionArn, payload, { type: 'RequestResponse' });
    },
    log: (group, line) => {
      if (logs.hasGroup(group)) logs.append(group, 'local', line);
    },
    metric: (metric) => metrics.put({ ...metric, namespace: 'AWS/ApiGateway', at: clock.now() }),
  });
  return { userPools, identityPools, httpApis };
}
