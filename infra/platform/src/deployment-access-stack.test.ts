import { exampleConfiguration, resourcesOf, synthesize } from '@atlas-engine/constructs/testing';
import { atlasNames, stages } from '@atlas-engine/resource-names';
import { DeploymentAccessStack } from './deployment-access-stack.ts';

const repository = 'example/atlas-engine';
const roleIn = (stage: (typeof stages)[number]) => {
  const configuration = exampleConfiguration(stage, { githubRepository: repository });
  const templates = synthesize(configuration, (app) => {
    new DeploymentAccessStack(app, repository);
  });
  const template = templates[atlasNames(configuration).stackOf('deployment-access')];
  return resourcesOf(template, 'AWS::IAM::Role')[0]!.Properties as {
    readonly MaxSessionDuration: number;
    readonly AssumeRolePolicyDocument: { readonly Statement: readonly object[] };
    readonly Policies: readonly [
      { readonly PolicyDocument: { readonly Statement: readonly { Action: unknown; Resource: unknown }[] } },
    ];
  };
};

describe('access for deployments', () => {
  it.each(stages)('synthesizes for %s without a finding', (stage) => {
    expect(roleIn(stage).MaxSessionDuration).toBe(7200);
  });

  it('is for runs of one repository in the environment of the stage, by a token of GitHub', () => {
    expect(roleIn('prod').AssumeRolePolicyDocument.Statement).toEqual([
      {
        Action: 'sts:AssumeRoleWithWebIdentity',
        Effect: 'Allow',
        Principal: {
          Federated: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com',
        },
        Condition: {
          StringEquals: {
            'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
            'token.actions.githubusercontent.com:sub': 'repo:example/atlas-engine:environment:prod',
          },
        },
      },
    ]);
  });

  it('changes nothing itself but the commit that was deployed last', () => {
    const statements = roleIn('dev').Policies[0].PolicyDocument.Statement;
    const writing = statements.filter(({ Action }) =>
      /:(Put|Create|Delete|Update)/.test(JSON.stringify(Action)),
    );
    expect(writing).toEqual([
      {
        Action: 'ssm:PutParameter',
        Effect: 'Allow',
        Resource: 'arn:aws:ssm:us-east-1:123456789012:parameter/atlas-engine/dev/deployed-commit',
      },
    ]);
  });
});
