import {
  acknowledgeWildcards,
  type AtlasApp,
  AtlasStack,
  type Permission,
  policyDocument,
} from '@atlas-engine/constructs';
import { type AtlasNames, modelArns, type StageConfiguration } from '@atlas-engine/resource-names';
import { Duration } from 'aws-cdk-lib';
import { Role, WebIdentityPrincipal } from 'aws-cdk-lib/aws-iam';

const issuer = 'token.actions.githubusercontent.com';

/**
 * The role that a workflow on GitHub deploys as, by a token of GitHub's and no stored secret. Only runs of one
 * repository in the environment of the stage's name can have it; that environment's rules say who may start them.
 * The account's identity provider for GitHub is made once by hand: an account has one, however many stages it has.
 */
export class DeploymentAccessStack extends AtlasStack {
  constructor(app: AtlasApp, repository: string) {
    super(app, 'deployment-access', 'What a workflow on GitHub deploys as.');
    const { names, configuration } = this;
    const permissions = deploymentPermissions(names, configuration);
    const role = new Role(this, 'Role', {
      roleName: names.deployment.roleName,
      description: `Deploys stage ${names.stage} from a workflow on GitHub.`,
      maxSessionDuration: Duration.hours(2),
      assumedBy: new WebIdentityPrincipal(
        `arn:${names.partition}:iam::${names.account}:oidc-provider/${issuer}`,
        {
          StringEquals: {
            [`${issuer}:aud`]: 'sts.amazonaws.com',
            [`${issuer}:sub`]: `repo:${repository}:environment:${names.stage}`,
          },
        },
      ),
      inlinePolicies: { Own: policyDocument(permissions) },
    });
    acknowledgeWildcards(role, permissions);
  }
}

/** What `npm run validate`, `deploy` and `smoke` call; CDK's own roles do the rest. */
function deploymentPermissions(names: AtlasNames, configuration: StageConfiguration): readonly Permission[] {
  const { account, region, partition, stage } = names;
  const inPlace = (service: string, resource: string) =>
    `arn:${partition}:${service}:${region}:${account}:${resource}`;
  const functions = Object.values(names.functions);
  const models = [configuration.models.scenario, configuration.models.summary].flatMap((model) =>
    modelArns(model, configuration),
  );
  return [
    {
      actions: ['sts:AssumeRole'],
      resources: [`arn:${partition}:iam::${account}:role/cdk-hnb659fds-*-role-${account}-${region}`],
      wildcard: 'The roles of the CDK bootstrap: deploy, file and image publishing, look-up.',
    },
    {
      actions: ['ssm:GetParameter'],
      resources: [
        inPlace('ssm', `parameter/atlas-engine/${stage}/*`),
        inPlace('ssm', 'parameter/cdk-bootstrap/hnb659fds/version'),
      ],
      wildcard: 'The parameters of the stage: ids that AWS gave, and the commit that was deployed last.',
    },
    {
      actions: ['ssm:PutParameter'],
      resources: [inPlace('ssm', `parameter/atlas-engine/${stage}/deployed-commit`)],
    },
    {
      actions: ['secretsmanager:GetSecretValue'],
      resources: [names.secrets.salesforce.arnPattern],
      wildcard: 'Secrets Manager adds six characters to the name.',
    },
    {
      actions: ['bedrock:GetInferenceProfile'],
      resources: [...new Set(models.filter((arn) => arn.includes(':inference-profile/')))],
    },
    {
      actions: [
        'bedrock:GetFoundationModelAvailability',
        'servicequotas:GetServiceQuota',
        'servicequotas:GetAWSDefaultServiceQuota',
      ],
      resources: ['*'],
      wildcard: 'They read what holds for the account and have no resources.',
    },
    {
      actions: ['dynamodb:DescribeTable', 'dynamodb:GetItem'],
      resources: Object.values(names.tables).map(({ arn }) => arn),
    },
    {
      actions: ['lambda:GetAlias', 'lambda:InvokeFunction'],
      resources: functions.flatMap(({ arn, liveArn }) => [arn, liveArn]),
    },
    {
      actions: ['logs:FilterLogEvents'],
      resources: functions.map(({ logGroup }) => inPlace('logs', `log-group:${logGroup}:*`)),
      wildcard: 'The streams of a log group.',
    },
    { actions: ['states:StartExecution'], resources: [names.workflow.arn, names.workflow.liveArn] },
    {
      actions: ['states:DescribeExecution'],
      resources: [names.workflow.executionsArn],
      wildcard: 'An execution is named for its request.',
    },
  ].filter(({ resources }) => resources.length > 0);
}
