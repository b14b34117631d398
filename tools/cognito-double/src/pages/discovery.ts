import type { WireRequest, WireResponse } from '@atlas-engine/aws-wire';
import type { PoolContext } from '../user-pools/pool-context.ts';
import { issuerOf } from '../user-pools/tokens.ts';
import { json } from './answers.ts';

const portOf = ({ headers }: WireRequest): string => /:\d+$/.exec(headers['host'] ?? '')?.[0] ?? '';

function configurationOf(request: WireRequest, poolId: string, { directory, region }: PoolContext) {
  const port = portOf(request);
  const issuer = issuerOf(region, poolId);
  const prefix = directory.domainOf(poolId);
  const pages = prefix === undefined ? undefined : `http://${prefix}.auth.${region}.localhost${port}`;
  return {
    ...(pages !== undefined && {
      authorization_endpoint: `${pages}/oauth2/authorize`,
      end_session_endpoint: `${pages}/logout`,
      revocation_endpoint: `${pages}/oauth2/revoke`,
      token_endpoint: `${pages}/oauth2/token`,
      userinfo_endpoint: `${pages}/oauth2/userInfo`,
    }),
    id_token_signing_alg_values_supported: ['RS256'],
    issuer,
    jwks_uri: `http://cognito-idp.${region}.localhost${port}/${poolId}/.well-known/jwks.json`,
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'email', 'phone', 'profile'],
    subject_types_supported: ['public'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  };
}

/** `/<poolId>/.well-known/…`: addresses are local ones, the issuer is the one that tokens have. */
export function discover(request: WireRequest, context: PoolContext): WireResponse {
  const [, poolId = '', file] = /^\/([\w-]+)\/\.well-known\/([\w.-]+)$/.exec(request.path) ?? [];
  if (!context.directory.hasPool(poolId))
    return json(404, { message: `User pool ${poolId} does not exist.` });
  if (file === 'openid-configuration') return json(200, configurationOf(request, poolId, context));
  if (file === 'jwks.json') return json(200, context.keys.jwksOf(poolId));
  return json(404, { message: 'Not Found' });
}
