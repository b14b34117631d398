import { acknowledge, type AtlasStack } from '@atlas-engine/constructs';
import { demoAgents } from '@atlas-engine/resource-names';
import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnUserPool, CfnUserPoolDomain, CfnUserPoolUser } from 'aws-cdk-lib/aws-cognito';

const passwords = {
  minimumLength: 14,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
  temporaryPasswordValidityDays: 3,
  passwordHistorySize: 5,
};

/** The agents, made by an administrator under the user names that they have in Amazon Connect, and their sign-in pages. */
export function addAgentPool(stack: AtlasStack): CfnUserPool {
  const { identity, stage } = stack.names;
  const pool = new CfnUserPool(stack, 'Agents', {
    userPoolName: identity.userPool,
    userPoolTier: 'ESSENTIALS',
    adminCreateUserConfig: { allowAdminCreateUserOnly: true },
    policies: { passwordPolicy: passwords },
    usernameConfiguration: { caseSensitive: false },
    mfaConfiguration: 'OPTIONAL',
    enabledMfas: ['SOFTWARE_TOKEN_MFA'],
    // A forgotten password is the administrator's matter, as the user is.
    accountRecoverySetting: { recoveryMechanisms: [{ name: 'admin_only', priority: 1 }] },
    deletionProtection: stage === 'prod' ? 'ACTIVE' : 'INACTIVE',
  });
  if (stage === 'prod') pool.applyRemovalPolicy(RemovalPolicy.RETAIN);
  acknowledge(pool, {
    'AwsSolutions-COG2':
      'Agents set up a second factor themselves; a company that demands one sets it in its own stage.',
    'AwsSolutions-COG3':
      'Threat protection needs the tier PLUS, which costs per agent: docs/adr/0021 says when it is worth it.',
    'AwsSolutions-COG8':
      'Threat protection needs the tier PLUS, which costs per agent: docs/adr/0021 says when it is worth it.',
  });
  new CfnUserPoolDomain(stack, 'SignIn', { userPoolId: pool.ref, domain: identity.domainPrefix });
  if (stage === 'local') addDemoAgents(stack, pool);
  return pool;
}

/** They have the password that the local cloud gives all users. */
function addDemoAgents(stack: AtlasStack, pool: CfnUserPool): void {
  for (const { userName, firstName, lastName } of demoAgents)
    new CfnUserPoolUser(stack, userName, {
      userPoolId: pool.ref,
      username: userName,
      messageAction: 'SUPPRESS',
      userAttributes: [
        { name: 'email', value: `${userName}@example.com` },
        { name: 'email_verified', value: 'true' },
        { name: 'name', value: `${firstName} ${lastName}` },
      ],
    });
}
