import {
  exampleConfiguration,
  intrinsicsIn,
  resourcesOf,
  synthesize,
  type Template,
} from '@atlas-engine/constructs/testing';
import { atlasNames, type Stage, stages } from '@atlas-engine/resource-names';
import { DataStack } from './data-stack.ts';
import { FoundationStack } from './foundation-stack.ts';
import { PoliciesStack } from './policies-stack.ts';

const configurationOf = (stage: Stage) =>
  exampleConfiguration(stage, { salesTeamEmails: stage === 'prod' ? ['sales@example.com'] : [] });
const platformOf = (stage: Stage) =>
  synthesize(configurationOf(stage), (app) => {
    new FoundationStack(app);
    new DataStack(app);
    new PoliciesStack(app);
  });

const names = atlasNames(configurationOf('dev'));
const dev = platformOf('dev');
const prod = platformOf('prod');
const [foundation, data, policies] = (['foundation', 'data', 'policies'] as const).map(
  (part) => dev[names.stackOf(part)],
);
const propertiesOf = (template: Template | undefined, type: string) =>
  resourcesOf(template, type).map(({ Properties }) => Properties);
const named = (template: Template | undefined, type: string, [key, name]: readonly [string, string]) =>
  resourcesOf(template, type).find(({ Properties }) => Properties[key] === name)!;

describe('the platform', () => {
  it.each(stages)('synthesizes for %s without a finding', (stage) => {
    const templates = stage === 'dev' ? dev : stage === 'prod' ? prod : platformOf(stage);
    expect(Object.keys(templates).sort()).toEqual(
      ['data', 'foundation', 'policies'].map((part) => `atlas-${stage}-${part}`),
    );
  });

  it('exports and imports nothing', () => {
    for (const template of Object.values(dev)) {
      expect(template.Outputs).toBeUndefined();
      expect(intrinsicsIn(template.Resources)).not.toContain('Fn::ImportValue');
    }
  });
});

describe('the foundation', () => {
  it.each([
    ['recordings', 7],
    ['transcripts', 30],
  ] as const)('announces new %s and forgets them after %d days', (purpose, days) => {
    const { Properties } = named(foundation, 'AWS::S3::Bucket', ['BucketName', names.buckets[purpose].name]);
    expect(Properties).toMatchObject({
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: days, Status: 'Enabled' }] },
      LoggingConfiguration: { LogFilePrefix: `${purpose}/` },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true },
    });
  });

  it('takes requests to buckets and queues by TLS only', () => {
    const policiesOf = (type: string) => JSON.stringify(propertiesOf(foundation, type));
    expect(policiesOf('AWS::S3::BucketPolicy').match(/aws:SecureTransport/g)).toHaveLength(3);
    expect(policiesOf('AWS::SQS::QueuePolicy').match(/aws:SecureTransport/g)).toHaveLength(7);
    expect(policiesOf('AWS::SNS::TopicPolicy').match(/aws:SecureTransport/g)).toHaveLength(3);
  });

  it('sets a dial request aside after ten tries of six function time-outs each', () => {
    const { Properties } = named(foundation, 'AWS::SQS::Queue', ['QueueName', names.queues.dial.name]);
    expect(Properties).toMatchObject({ VisibilityTimeout: 180, RedrivePolicy: { maxReceiveCount: 10 } });
  });

  it('lets rules of the stage, and no others, set events aside', () => {
    expect(JSON.stringify(propertiesOf(foundation, 'AWS::SQS::QueuePolicy'))).toContain(
      JSON.stringify({ 'aws:SourceArn': Object.values(names.rules).map(({ arn }) => arn) }),
    );
  });

  it('writes the Salesforce secret once: its text is the same for every stage, and always', () => {
    const texts = [dev, prod].map(
      (templates) =>
        Object.values(templates).flatMap((template) =>
          resourcesOf(template, 'AWS::SecretsManager::Secret'),
        )[0]!,
    );
    for (const { Properties, DeletionPolicy } of texts) {
      expect(DeletionPolicy).toBe('Retain');
      expect(Properties['SecretString']).toBe(
        '{"grantType":"jwt-bearer","loginUrl":"REPLACE_ME","clientId":"REPLACE_ME","username":"REPLACE_ME","privateKey":"REPLACE_ME"}',
      );
    }
  });

  it('notifies the sales team where there is an address', () => {
    const subscriptions = (templates: typeof dev) =>
      Object.values(templates)
        .flatMap((template) => propertiesOf(template, 'AWS::SNS::Subscription'))
        .filter(({ Protocol }) => Protocol === 'email');
    expect(subscriptions(dev)).toEqual([]);
    expect(subscriptions(prod)).toMatchObject([{ Protocol: 'email', Endpoint: 'sales@example.com' }]);
  });

  it('lets alarms and the budget of this account, and nothing else, speak on the topic of operations', () => {
    const policies = JSON.stringify(
      propertiesOf(foundation, 'AWS::SNS::TopicPolicy').filter((policy) =>
        JSON.stringify(policy).includes(names.topics.operations.arn),
      ),
    );
    expect(policies.match(/"Effect":"Allow"/g)).toHaveLength(1);
    expect(policies).toContain('{"Service":["budgets.amazonaws.com","cloudwatch.amazonaws.com"]}');
    expect(policies).toContain(`{"StringEquals":{"aws:SourceAccount":"${names.account}"}}`);
  });

  it('fills the queue of texts from the topic that carriers of this account publish to', () => {
    const texts = JSON.stringify(
      propertiesOf(foundation, 'AWS::SNS::TopicPolicy').filter((policy) =>
        JSON.stringify(policy).includes(names.topics.smsInbound.arn),
      ),
    );
    expect(texts.match(/"Effect":"Allow"/g)).toHaveLength(1);
    expect(texts).toContain('{"Service":"sms-voice.amazonaws.com"}');
    expect(propertiesOf(foundation, 'AWS::SNS::Subscription')).toMatchObject([{ Protocol: 'sqs' }]);
    const { Properties } = named(foundation, 'AWS::SQS::Queue', ['QueueName', names.queues.sms.name]);
    expect(Properties).toMatchObject({ VisibilityTimeout: 150, RedrivePolicy: { maxReceiveCount: 5 } });
  });

  it('keeps the buckets of prod when their stack goes', () => {
    const deletions = (templates: typeof dev) =>
      Object.values(templates).flatMap((template) =>
        resourcesOf(template, 'AWS::S3::Bucket').map(({ DeletionPolicy }) => DeletionPolicy),
      );
    expect(deletions(dev)).toEqual(['Delete', 'Delete', 'Delete']);
    expect(deletions(prod)).toEqual(['Retain', 'Retain', 'Retain']);
  });
});

describe('the tables', () => {
  const key = (AttributeName: string, KeyType: string) => ({ AttributeName, KeyType });

  it('have the keys of requirement O10', () => {
    const { Properties } = named(data, 'AWS::DynamoDB::Table', ['TableName', names.tables.interactions.name]);
    expect(Properties).toMatchObject({
      KeySchema: [key('PK', 'HASH'), key('SK', 'RANGE')],
      GlobalSecondaryIndexes: [
        { IndexName: 'GSI1', KeySchema: [key('GSI1PK', 'HASH')] },
        { IndexName: 'GSI2', KeySchema: [key('GSI2PK', 'HASH'), key('GSI2SK', 'RANGE')] },
        { IndexName: 'GSI3', KeySchema: [key('GSI3PK', 'HASH'), key('GSI3SK', 'RANGE')] },
      ],
    });
    const tokens = named(data, 'AWS::DynamoDB::Table', ['TableName', names.tables.taskTokens.name]);
    expect(tokens.Properties).toMatchObject({
      KeySchema: [key('PK', 'HASH')],
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  });

  it('are paid by request, recoverable, encrypted and kept', () => {
    for (const { Properties, DeletionPolicy } of resourcesOf(data, 'AWS::DynamoDB::Table')) {
      expect(DeletionPolicy).toBe('Retain');
      expect(Properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true },
      });
    }
  });
});

describe('the managed policies', () => {
  const statementsOf = (policy: keyof typeof names.policies) => {
    const { Properties } = named(policies, 'AWS::IAM::ManagedPolicy', [
      'ManagedPolicyName',
      names.policies[policy].name,
    ]);
    return (Properties['PolicyDocument'] as { Statement: { Action: unknown; Resource: unknown }[] })
      .Statement;
  };

  it('are the four of the seeds', () => {
    expect(
      propertiesOf(policies, 'AWS::IAM::ManagedPolicy').map((each) => each['ManagedPolicyName']),
    ).toEqual(Object.values(names.policies).map(({ name }) => name));
  });

  it('reach the two tables and their indexes', () => {
    const table = names.tables.interactions.arn;
    expect(statementsOf('AtlasEngineCorePolicy').map(({ Resource }) => Resource)).toEqual([
      table,
      [`${table}/index/GSI1`, `${table}/index/GSI2`, `${table}/index/GSI3`],
      names.tables.taskTokens.arn,
    ]);
  });

  it('write the logs of the functions and no others', () => {
    const [logs] = statementsOf('AtlasEngineLoggingPolicy');
    const written = Object.values(names.functions).map(
      ({ logGroup }) => `arn:aws:logs:us-east-1:123456789012:log-group:${logGroup}:*`,
    );
    expect(logs?.Resource).toEqual([...written].sort());
  });

  it('read one secret and invoke the configured models', () => {
    expect(statementsOf('AtlasEngineSecretsPolicy')).toEqual([
      {
        Effect: 'Allow',
        Action: 'secretsmanager:GetSecretValue',
        Resource: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:SalesforceCreds-dev-??????',
      },
    ]);
    const [bedrock] = statementsOf('ScopedBedrockInvokePolicy');
    expect(bedrock?.Action).toBe('bedrock:InvokeModel');
    for (const resource of bedrock?.Resource as string[]) expect(resource).not.toContain('*');
  });
});
