import {
  exampleConfiguration,
  resourcesOf,
  synthesize,
  type Template,
} from '@atlas-engine/constructs/testing';
import { atlasNames, type StageConfiguration, type Stage, stages } from '@atlas-engine/resource-names';
import { IdentityStack } from './identity-stack.ts';

const templateOf = (stage: Stage, overrides: Partial<StageConfiguration> = {}): Template =>
  Object.values(
    synthesize(exampleConfiguration(stage, overrides), (app) => {
      new IdentityStack(app);
    }),
  )[0]!;
const template = templateOf('dev');
const names = atlasNames(exampleConfiguration('dev'));
const only = (type: string, from = template) => resourcesOf(from, `AWS::${type}`)[0]!;

describe('the identity of a stage', () => {
  it.each(stages)('synthesizes for %s without a finding', (stage) => {
    expect(only('Cognito::UserPool', templateOf(stage)).Properties['UserPoolName']).toBe(
      `AtlasEngineAgents-${stage}`,
    );
  });

  it('keeps what AWS named where others find it', () => {
    const parameters = resourcesOf(template, 'AWS::SSM::Parameter').map(
      ({ Properties }) => Properties['Name'],
    );
    expect(parameters.sort()).toEqual(Object.values(names.identity.parameters).sort());
  });

  it('outlives its stack in production', () => {
    const { DeletionPolicy, Properties } = only('Cognito::UserPool', templateOf('prod'));
    expect([DeletionPolicy, Properties['DeletionProtection']]).toEqual(['Retain', 'ACTIVE']);
  });
});

describe('agents', () => {
  it('are made by an administrator, with a strong password', () => {
    expect(only('Cognito::UserPool').Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'OPTIONAL',
      Policies: { PasswordPolicy: { MinimumLength: 14, RequireSymbols: true } },
    });
    expect(only('Cognito::UserPoolDomain').Properties['Domain']).toBe('atlas-engine-dev-123456789012');
  });

  it('sign in by code and PKCE alone, and come back to the console', () => {
    const signIn = { furtherConsoleOrigins: ['http://localhost:4200'] };
    const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/one';
    const { sites } = exampleConfiguration('staging');
    const domain = { name: 'console.example.com', certificateArn };
    const overrides = { signIn, sites: { ...sites, console: { ...sites.console, domain } } };
    const { Properties } = only('Cognito::UserPoolClient', templateOf('staging', overrides));
    expect(Properties).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      CallbackURLs: ['https://console.example.com/', 'http://localhost:4200/'],
      LogoutURLs: ['https://console.example.com/', 'http://localhost:4200/'],
    });
  });

  it('come back to nowhere while the stage does not say where the console is', () => {
    const { Properties } = only('Cognito::UserPoolClient', templateOf('prod'));
    expect(Properties['CallbackURLs']).toEqual(['https://console.invalid/']);
  });

  it('are two of demonstration on stage local, and none elsewhere', () => {
    const local = templateOf('local');
    const users = resourcesOf(local, 'AWS::Cognito::UserPoolUser').map(
      ({ Properties }) => Properties['Username'],
    );
    expect(users).toEqual(['avery.agent', 'blake.agent']);
    expect(only('Cognito::UserPoolClient', local).Properties['CallbackURLs']).toEqual([
      'http://console.localhost:4566/',
      'http://localhost:4200/',
    ]);
    for (const stage of stages.filter((each) => each !== 'local'))
      expect(resourcesOf(templateOf(stage), 'AWS::Cognito::UserPoolUser')).toEqual([]);
  });
});

describe('guests', () => {
  it('may converse with the bots of the chat, and nothing else', () => {
    expect(resourcesOf(template, 'AWS::IAM::Role')).toHaveLength(1);
    expect(resourcesOf(template, 'AWS::IAM::Policy')).toEqual([]);
    const { Policies, ManagedPolicyArns } = only('IAM::Role').Properties as {
      Policies: { PolicyDocument: { Statement: { Action: string[]; Resource: string[] }[] } }[];
      ManagedPolicyArns?: unknown;
    };
    expect(ManagedPolicyArns).toBeUndefined();
    const statements = Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    expect(statements).toHaveLength(1);
    expect(
      statements[0]?.Action.every((action) => /^lex:(Delete|Get|Put)Session$|^lex:Recognize/.test(action)),
    ).toBe(true);
    expect(statements[0]?.Resource).toEqual([
      expect.stringMatching(
        /bot-alias\/\{\{resolve:ssm:.*atlas-engine-bot\/bot-id\}\}\/\{\{resolve:ssm:.*bot-alias-id\}\}$/,
      ),
      expect.stringMatching(
        /bot-alias\/\{\{resolve:ssm:.*gateway-bot\/bot-id\}\}\/\{\{resolve:ssm:.*bot-alias-id\}\}$/,
      ),
    ]);
  });

  it('get their role from this pool alone', () => {
    const pool = { Ref: expect.stringMatching(/^Guests/) };
    expect(only('IAM::Role').Properties['AssumeRolePolicyDocument']).toMatchObject({
      Statement: [
        {
          Action: 'sts:AssumeRoleWithWebIdentity',
          Principal: { Federated: 'cognito-identity.amazonaws.com' },
          Condition: {
            StringEquals: { 'cognito-identity.amazonaws.com:aud': pool },
            'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'unauthenticated' },
          },
        },
      ],
    });
    expect(only('Cognito::IdentityPool').Properties['AllowClassicFlow']).toBe(false);
  });
});
