import {
  acknowledge,
  type AtlasStack,
  botAliasArn,
  type Permission,
  policyDocument,
} from '@atlas-engine/constructs';
import { CfnIdentityPool, CfnIdentityPoolRoleAttachment } from 'aws-cdk-lib/aws-cognito';
import { FederatedPrincipal, Role } from 'aws-cdk-lib/aws-iam';

const cognito = 'cognito-identity.amazonaws.com';

/** The bots that the chat may speak to. */
const chatBots = ['AtlasEngineBot', 'GatewayBot'] as const;

/** Who chats without signing in: they may hold a conversation with the chat's bots, and nothing else. */
export function addGuests(stack: AtlasStack): CfnIdentityPool {
  const { names } = stack;
  const pool = new CfnIdentityPool(stack, 'Guests', {
    identityPoolName: names.identity.identityPool,
    allowUnauthenticatedIdentities: true,
    allowClassicFlow: false,
  });
  acknowledge(pool, {
    'AwsSolutions-COG7':
      'Customers chat without an account; the role lets them speak to two bots, and nothing else.',
  });
  const converse: Permission = {
    actions: ['DeleteSession', 'GetSession', 'PutSession', 'RecognizeText', 'RecognizeUtterance'].map(
      (action) => `lex:${action}`,
    ),
    resources: chatBots.map((bot) => botAliasArn(names, bot)),
  };
  const role = new Role(stack, 'Guest', {
    roleName: names.identity.guest.roleName,
    description: 'Guests of the chat.',
    assumedBy: new FederatedPrincipal(
      cognito,
      {
        StringEquals: { [`${cognito}:aud`]: pool.ref },
        'ForAnyValue:StringLike': { [`${cognito}:amr`]: 'unauthenticated' },
      },
      'sts:AssumeRoleWithWebIdentity',
    ),
    inlinePolicies: { Own: policyDocument([converse]) },
  });
  new CfnIdentityPoolRoleAttachment(stack, 'GuestRole', {
    identityPoolId: pool.ref,
    roles: { unauthenticated: role.roleArn },
  });
  return pool;
}
