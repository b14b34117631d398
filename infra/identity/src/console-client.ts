import type { AtlasStack } from '@atlas-engine/constructs';
import { siteOrigin } from '@atlas-engine/resource-names';
import { CfnUserPoolClient, type CfnUserPool } from 'aws-cdk-lib/aws-cognito';

/** Where nobody ever is (RFC 2606): Cognito wants an address also while the stage has none. */
const nowhere = 'https://console.invalid';

/**
 * The console as a client of the user pool: a public one, so code flow with PKCE. An agent's sign-in lasts a shift, its
 * tokens an hour.
 */
export function addConsoleClient(stack: AtlasStack, pool: CfnUserPool): CfnUserPoolClient {
  const { configuration } = stack;
  const origins = [
    siteOrigin(configuration, 'Console') ?? [],
    configuration.signIn.furtherConsoleOrigins,
  ].flat();
  const pages = (origins.length > 0 ? origins : [nowhere]).map((origin) => `${origin}/`);
  return new CfnUserPoolClient(stack, 'Console', {
    userPoolId: pool.ref,
    clientName: stack.names.identity.client,
    generateSecret: false,
    allowedOAuthFlowsUserPoolClient: true,
    allowedOAuthFlows: ['code'],
    allowedOAuthScopes: ['openid', 'profile', 'email'],
    callbackUrLs: pages,
    logoutUrLs: pages,
    supportedIdentityProviders: ['COGNITO'],
    // Signing in past the pages is not possible.
    explicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
    preventUserExistenceErrors: 'ENABLED',
    enableTokenRevocation: true,
    accessTokenValidity: 60,
    idTokenValidity: 60,
    refreshTokenValidity: 12,
    tokenValidityUnits: { accessToken: 'minutes', idToken: 'minutes', refreshToken: 'hours' },
    readAttributes: ['email', 'email_verified', 'name'],
    writeAttributes: ['name'],
  });
}
