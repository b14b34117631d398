import { type AwsError, type WireRequest } from '@atlas-engine/aws-wire';
import { account, arn, arrangeResources } from '../fixtures/creating-resources.ts';
import { allowing } from '../fixtures/allowing.ts';

let world: Awaited<ReturnType<typeof arrangeResources>>;
beforeEach(async () => {
  world = await arrangeResources();
});
afterEach(() => world.close());

const roleArn = `arn:aws:iam::${account}:role/guest`;
const alias = arn('lex', 'bot-alias/BOT/ALIAS');
const cognito = 'cognito-identity.amazonaws.com';

/** An identity pool whose guests may put texts to one alias; `trusted` is the pool that the role trusts. */
const guests = async (trusted?: string) => {
  const pool = { IdentityPoolName: 'Guests', AllowUnauthenticatedIdentities: true };
  const { physicalId } = await world.create('AWS::Cognito::IdentityPool', pool, 'Guests');
  await world.create('AWS::IAM::Role', {
    RoleName: 'guest',
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { Federated: cognito },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: { [`${cognito}:aud`]: trusted ?? physicalId },
          'ForAnyValue:StringLike': { [`${cognito}:amr`]: 'unauthenticated' },
        },
      },
    },
    Policies: [{ PolicyName: 'Own', PolicyDocument: allowing('lex:RecognizeText', alias) }],
  });
  const roles = { IdentityPoolId: physicalId, Roles: { unauthenticated: roleArn } };
  await world.create('AWS::Cognito::IdentityPoolRoleAttachment', roles, 'Roles');
  return physicalId;
};

const ask = async (operation: string, input: unknown): Promise<Record<string, string>> => {
  const request: WireRequest = {
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: { 'x-amz-target': `AWSCognitoIdentityService.${operation}` },
    body: Buffer.from(JSON.stringify(input)),
  };
  const { body } = await world.services.identityPools.service.handle(request);
  return JSON.parse(String(body)) as Record<string, string>;
};
const credentialsOf = async (poolId: string) => {
  const { IdentityId } = await ask('GetId', { IdentityPoolId: poolId });
  const { Credentials } = await ask('GetCredentialsForIdentity', { IdentityId });
  return Credentials as unknown as { AccessKeyId: string };
};

/** The code of the refusal when a guest calls Lex; undefined when the call is allowed. */
const refusal = (accessKeyId: string, operation: string, bot = 'BOT'): string | undefined => {
  const text = `/bots/${bot}/botAliases/ALIAS/botLocales/en_US/sessions/s/text`;
  const scope = { accessKeyId, region: 'us-east-1', service: 'lex' };
  const call = {
    method: 'POST',
    path: text,
    query: new URLSearchParams(),
    headers: {},
    body: Buffer.alloc(0),
    scope,
  };
  try {
    world.services.permissions.authorize(call, operation);
    return undefined;
  } catch (error) {
    return (error as AwsError).code;
  }
};

describe('a guest of the chat', () => {
  it('may do what the guest role may, for an hour', async () => {
    const { AccessKeyId } = await credentialsOf(await guests());
    expect(refusal(AccessKeyId, 'RecognizeText')).toBeUndefined();
    expect(refusal(AccessKeyId, 'RecognizeText', 'OTHER')).toBe('AccessDeniedException');
    expect(refusal(AccessKeyId, 'PutSession')).toBe('AccessDeniedException');
    await world.clock.advanceBy(3_600_000);
    expect(refusal(AccessKeyId, 'RecognizeText')).toBe('ExpiredTokenException');
  });

  it('gets nothing when the role trusts another pool', async () => {
    const poolId = await guests('us-east-1:8c4d2f1e-0000-4000-8000-000000000000');
    await expect(credentialsOf(poolId)).rejects.toMatchObject({
      code: 'InvalidIdentityPoolConfigurationException',
    });
  });
});

describe('a user pool', () => {
  const pool = { UserPoolName: 'Agents', AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } };

  it('has keys, a domain and users, and goes with them', async () => {
    const made = await world.create('AWS::Cognito::UserPool', pool, 'Thing');
    const { physicalId: UserPoolId } = made;
    expect(UserPoolId).toMatch(/^us-east-1_[0-9a-z]{9}$/);
    await world.create('AWS::Cognito::UserPoolDomain', { UserPoolId, Domain: 'agents' }, 'Domain');
    await world.create('AWS::Cognito::UserPoolUser', { UserPoolId, Username: 'avery.agent' }, 'Avery');
    const { userPools } = world.services;
    const issuer = `https://cognito-idp.us-east-1.amazonaws.com/${UserPoolId}`;
    expect(made.attributes?.['ProviderURL']).toBe(issuer);
    expect(userPools.jwksOf(issuer)?.keys).toHaveLength(1);
    expect([userPools.domains(), userPools.users().map(({ username }) => username)]).toEqual([
      ['agents'],
      ['avery.agent'],
    ]);
    await world.remove('AWS::Cognito::UserPool', pool, made);
    expect(userPools.jwksOf(issuer)).toBeUndefined();
    expect(userPools.users()).toEqual([]);
  });
});
