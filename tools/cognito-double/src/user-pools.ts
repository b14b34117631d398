import {
  type AwsError,
  hostOf,
  notSupported,
  type ServiceDouble,
  type WireRequest,
  type WireResponse,
} from '@atlas-engine/aws-wire';
import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import type { JSONWebKeySet } from 'jose';
import { json, preflight } from './pages/answers.ts';
import { discover } from './pages/discovery.ts';
import { errorPage } from './pages/sign-in-page.ts';
import { authorize, showSignIn, signIn } from './pages/sign-in.ts';
import { signOut } from './pages/sign-out.ts';
import { giveTokens, revokeToken } from './pages/token-endpoint.ts';
import { tellUser } from './pages/user-info.ts';
import { createPasswords } from './user-pools/passwords.ts';
import type { PoolContext } from './user-pools/pool-context.ts';
import { createPoolDirectory, type PoolDirectory } from './user-pools/pool-directory.ts';
import { createSignIns } from './user-pools/sign-ins.ts';
import { createSigningKeys } from './user-pools/signing-keys.ts';
import { issuerOf } from './user-pools/tokens.ts';

/** What user pools are made of. */
export interface UserPoolsOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly region: string;
  /** The one password that all local users have. */
  readonly password: string;
  /** An address of a template as it is here; by default as it is. */
  readonly urlOf?: (templateUrl: string) => string;
}

/** Cognito's user pools on this machine, with their sign-in pages. */
export interface UserPools extends Pick<PoolDirectory, 'put' | 'remove' | 'domains' | 'users'> {
  /** For the wire server: takes `<prefix>.auth.<region>.localhost` and `cognito-idp.<region>.localhost`. */
  readonly service: ServiceDouble;
  /** The keys of a pool by the issuer in its tokens; undefined for one that is not here. */
  readonly jwksOf: (issuer: string) => JSONWebKeySet | undefined;
}

type Endpoint = (
  request: WireRequest,
  poolId: string,
  context: PoolContext,
) => WireResponse | Promise<WireResponse>;

const endpoints: Readonly<Record<string, Endpoint>> = {
  'GET /oauth2/authorize': authorize,
  'GET /login': showSignIn,
  'POST /login': signIn,
  'GET /logout': signOut,
  'POST /oauth2/token': giveTokens,
  'POST /oauth2/revoke': revokeToken,
  'GET /oauth2/userInfo': tellUser,
  'POST /oauth2/userInfo': tellUser,
  'GET /error': ({ query }) => errorPage(query.get('error') ?? 'unknown error'),
};
const readByPages = ['/oauth2/token', '/oauth2/revoke', '/oauth2/userInfo'];

const domainHost = /^([a-z0-9-]+)\.auth\.([a-z0-9-]+)\.(localhost|amazoncognito\.com)$/;
const issuerHost = /^cognito-idp\.([a-z0-9-]+)\.(localhost|amazonaws\.com)$/;

/** User pools of one region, kept in the store (`cognito/…`). */
export function createUserPools(options: UserPoolsOptions): UserPools {
  const { clock, store, region, password, urlOf = (url: string) => url } = options;
  const now = (): number => clock.now();
  const directory = createPoolDirectory(store);
  const keys = createSigningKeys(store);
  const passwords = createPasswords(store, { password, now });
  const signIns = createSignIns(store, now);
  const context: PoolContext = { clock, region, directory, keys, signIns, passwords, urlOf };

  const ofPages = async (request: WireRequest, prefix: string): Promise<WireResponse> => {
    const poolId = directory.poolOfDomain(prefix);
    if (poolId === undefined) return { ...errorPage('There is no user pool with this domain.'), status: 404 };
    if (request.method === 'OPTIONS' && readByPages.includes(request.path)) return preflight;
    const endpoint = endpoints[`${request.method} ${request.path}`];
    return endpoint === undefined ? json(404, { message: 'Not Found' }) : endpoint(request, poolId, context);
  };

  return {
    put: directory.put,
    remove: directory.remove,
    domains: () => directory.domains(),
    users: () => directory.users(),
    jwksOf(issuer) {
      const poolId = issuer.split('/').at(-1) ?? '';
      return issuer === issuerOf(region, poolId) && directory.hasPool(poolId)
        ? keys.jwksOf(poolId)
        : undefined;
    },
    service: {
      service: 'cognito-idp',
      hosts: (host) => domainHost.exec(host)?.[2] === region || issuerHost.exec(host)?.[1] === region,
      operationOf: ({ headers, method, path }) =>
        headers['x-amz-target']?.split('.')[1] ?? `${method} ${path}`,
      faultsApply: () => false,
      errorResponse: (error: AwsError) => json(error.status, { __type: error.code, message: error.message }),
      handle(request) {
        const target = request.headers['x-amz-target'];
        if (target !== undefined) throw notSupported('cognito-idp', `operation ${target}`);
        const prefix = domainHost.exec(hostOf(request))?.[1];
        return prefix === undefined ? Promise.resolve(discover(request, context)) : ofPages(request, prefix);
      },
    },
  };
}
