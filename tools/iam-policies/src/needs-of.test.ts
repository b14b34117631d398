import type { Call } from './calls/call.ts';
import { needsOf } from './needs-of.ts';
import { aCall } from './testing/calls.ts';

const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:000000000000:${rest}`;
const named = (service: string, call: Call) =>
  needsOf(service, call)?.map(({ action, resource }) => `${action} ${resource}`);

const url = 'http://127.0.0.1:4566/000000000000/dial';
const machine = arn('states', 'stateMachine:outreach');
const contact = arn('connect', 'instance/i-1/contact/c-1');

/** Service, operation, what the request says, and what it needs. */
const cases: readonly (readonly [string, string, Parameters<typeof aCall>[1], readonly string[]])[] = [
  ['sqs', 'SendMessageBatch', { input: { QueueUrl: url } }, [`sqs:SendMessage ${arn('sqs', 'dial')}`]],
  ['sqs', 'ListQueues', {}, ['sqs:ListQueues *']],
  ['sns', 'Publish', { input: { TopicArn: arn('sns', 'sales') } }, [`sns:Publish ${arn('sns', 'sales')}`]],
  ['sns', 'Publish', { input: { PhoneNumber: '+12125550100' } }, ['sns:Publish *']],
  [
    'sns',
    'Unsubscribe',
    { input: { SubscriptionArn: arn('sns', 'sales:1-2') } },
    [`sns:Unsubscribe ${arn('sns', 'sales')}`],
  ],
  ['dynamodb', 'GetItem', { input: { TableName: 't' } }, [`dynamodb:GetItem ${arn('dynamodb', 'table/t')}`]],
  [
    'dynamodb',
    'Query',
    { input: { TableName: 't', IndexName: 'GSI1' } },
    [`dynamodb:Query ${arn('dynamodb', 'table/t/index/GSI1')}`],
  ],
  [
    'dynamodb',
    'BatchGetItem',
    { input: { RequestItems: { a: {}, b: {} } } },
    [
      `dynamodb:BatchGetItem ${arn('dynamodb', 'table/a')}`,
      `dynamodb:BatchGetItem ${arn('dynamodb', 'table/b')}`,
    ],
  ],
  [
    'dynamodb',
    'TransactWriteItems',
    {
      input: {
        TransactItems: [
          { Update: { TableName: 'a' } },
          { ConditionCheck: { TableName: 'b' } },
          { Put: { TableName: 'a' } },
        ],
      },
    },
    [
      `dynamodb:UpdateItem ${arn('dynamodb', 'table/a')}`,
      `dynamodb:ConditionCheckItem ${arn('dynamodb', 'table/b')}`,
      `dynamodb:PutItem ${arn('dynamodb', 'table/a')}`,
    ],
  ],
  [
    'states',
    'StartExecution',
    { input: { stateMachineArn: `${machine}:live` } },
    [`states:StartExecution ${machine}`],
  ],
  ['states', 'SendTaskSuccess', { input: { taskToken: 'token' } }, [`states:SendTaskSuccess ${machine}`]],
  ['states', 'SendTaskSuccess', { input: { taskToken: 'nobody' } }, []],
  [
    'states',
    'DescribeExecution',
    { input: { executionArn: arn('states', 'execution:outreach:1') } },
    [`states:DescribeExecution ${arn('states', 'execution:outreach:1')}`],
  ],
  [
    'connect',
    'StartOutboundVoiceContact',
    { input: { InstanceId: 'i-1' } },
    [`connect:StartOutboundVoiceContact ${arn('connect', 'instance/i-1/contact/*')}`],
  ],
  [
    'connect',
    'StartChatContact',
    { input: { InstanceId: 'i-1', ContactFlowId: 'f-1' } },
    [`connect:StartChatContact ${arn('connect', 'instance/i-1/contact-flow/f-1')}`],
  ],
  ['connect', 'DescribeContact', { path: '/contacts/i-1/c-1' }, [`connect:DescribeContact ${contact}`]],
  [
    'connect',
    'GetContactAttributes',
    { path: '/contact/attributes/i-1/c-1' },
    [`connect:GetContactAttributes ${contact}`],
  ],
  [
    'connect',
    'SearchContacts',
    { input: { InstanceId: 'i-1' } },
    [`connect:SearchContacts ${arn('connect', 'instance/i-1')}`],
  ],
  [
    'transcribe',
    'StartTranscriptionJob',
    {
      input: {
        TranscriptionJobName: 'job',
        Media: { MediaFileUri: 's3://in/a/b.wav' },
        OutputBucketName: 'out',
        OutputKey: 'x/',
      },
    },
    [
      'transcribe:StartTranscriptionJob *',
      's3:GetObject arn:aws:s3:::in/a/b.wav',
      's3:PutObject arn:aws:s3:::out/x/job.json',
    ],
  ],
  [
    'transcribe',
    'GetTranscriptionJob',
    { input: { TranscriptionJobName: 'job' } },
    [`transcribe:GetTranscriptionJob ${arn('transcribe', 'transcription-job/job')}`],
  ],
  [
    'bedrock',
    'Converse',
    { path: '/model/m-1/converse' },
    ['bedrock:InvokeModel arn:aws:bedrock:us-east-1::foundation-model/m-1'],
  ],
  [
    'bedrock',
    'Converse',
    { path: '/model/us.m-1%3A0/converse' },
    [
      `bedrock:InvokeModel ${arn('bedrock', 'inference-profile/us.m-1:0')}`,
      'bedrock:InvokeModel arn:aws:bedrock:us-east-1::foundation-model/m-1:0',
      'bedrock:InvokeModel arn:aws:bedrock:us-west-2::foundation-model/m-1:0',
    ],
  ],
  [
    'secretsmanager',
    'GetSecretValue',
    { input: { SecretId: 'crm' } },
    [`secretsmanager:GetSecretValue ${arn('secretsmanager', 'secret:crm-AbCdEf')}`],
  ],
  [
    'secretsmanager',
    'GetSecretValue',
    { input: { SecretId: 'none' } },
    ['secretsmanager:GetSecretValue none'],
  ],
  [
    'ssm',
    'GetParameters',
    { input: { Names: ['/a/b', 'c'] } },
    [`ssm:GetParameters ${arn('ssm', 'parameter/a/b')}`, `ssm:GetParameters ${arn('ssm', 'parameter/c')}`],
  ],
  ['sts', 'GetCallerIdentity', {}, []],
  [
    'sts',
    'AssumeRole',
    { input: { RoleArn: 'arn:aws:iam::000000000000:role/r', RoleSessionName: 's' } },
    ['sts:AssumeRole arn:aws:iam::000000000000:role/r'],
  ],
  [
    'events',
    'PutEvents',
    { input: { Entries: [{}, { EventBusName: 'own' }, {}] } },
    [
      `events:PutEvents ${arn('events', 'event-bus/default')}`,
      `events:PutEvents ${arn('events', 'event-bus/own')}`,
    ],
  ],
  [
    'events',
    'PutTargets',
    { input: { Rule: 'r', EventBusName: 'own' } },
    [`events:PutTargets ${arn('events', 'rule/own/r')}`],
  ],
  [
    'logs',
    'PutLogEvents',
    { input: { logGroupName: '/g', logStreamName: 's' } },
    [`logs:PutLogEvents ${arn('logs', 'log-group:/g:log-stream:s')}`],
  ],
  ['monitoring', 'PutMetricData', { input: { Namespace: 'N' } }, ['cloudwatch:PutMetricData *']],
  [
    'lambda',
    'Invoke',
    { path: '/2015-03-31/functions/f/invocations', query: 'Qualifier=live' },
    [`lambda:InvokeFunction ${arn('lambda', 'function:f:live')}`],
  ],
  [
    'lambda',
    'Invoke',
    { path: `/2015-03-31/functions/${encodeURIComponent(arn('lambda', 'function:f:live'))}/invocations` },
    [`lambda:InvokeFunction ${arn('lambda', 'function:f:live')}`],
  ],
  [
    'lex',
    'RecognizeText',
    { path: '/bots/B/botAliases/A/botLocales/en_US/sessions/s/text' },
    [`lex:RecognizeText ${arn('lex', 'bot-alias/B/A')}`],
  ],
  ['s3', 'ListObjectsV2', { path: '/b', query: 'prefix=x/' }, ['s3:ListBucket arn:aws:s3:::b']],
  ['s3', 'GetObject', { path: '/b/a%20b/c' }, ['s3:GetObject arn:aws:s3:::b/a b/c']],
  [
    's3',
    'GetObject',
    { path: '/b/missing' },
    ['s3:GetObject arn:aws:s3:::b/missing', 's3:ListBucket arn:aws:s3:::b'],
  ],
  [
    's3',
    'CopyObject',
    { path: '/b/k', headers: { 'x-amz-copy-source': '/from/x' } },
    ['s3:GetObject arn:aws:s3:::from/x', 's3:PutObject arn:aws:s3:::b/k'],
  ],
  [
    's3',
    'DeleteObjects',
    {
      path: '/b',
      body: Buffer.from('<Delete><Object><Key>x</Key></Object><Object><Key>2</Key></Object></Delete>'),
    },
    ['s3:DeleteObject arn:aws:s3:::b/x', 's3:DeleteObject arn:aws:s3:::b/2'],
  ],
];

describe('the needs of a call', () => {
  it.each(cases)('of %s %s with %j', (service, operation, parts, expected) => {
    expect(named(service, aCall(operation, parts))).toEqual(expected);
  });

  it('are not known for an operation that no table has', () => {
    expect(needsOf('sqs', aCall('AddPermission'))).toBeUndefined();
    expect(needsOf('sqs', aCall('constructor'))).toBeUndefined();
    expect(needsOf('polly', aCall('SynthesizeSpeech'))).toBeUndefined();
  });

  it('carry the condition keys of the service', () => {
    const [start] =
      needsOf('states', aCall('StartExecution', { input: { stateMachineArn: `${machine}:live` } })) ?? [];
    expect(start?.context).toEqual({ 'states:statemachinequalifier': 'live' });
    const [list] =
      needsOf('s3', aCall('ListObjectsV2', { path: '/b', query: 'prefix=x%2F&max-keys=2' })) ?? [];
    expect(list?.context).toEqual({ 's3:prefix': 'x/', 's3:max-keys': '2' });
  });

  it.each([
    ['dynamodb', 'GetItem', {}, 'TableName: is required'],
    [
      'dynamodb',
      'TransactWriteItems',
      { input: { TransactItems: [{ Upsert: { TableName: 'a' } }] } },
      'Upsert is not known',
    ],
    [
      'bedrock',
      'Converse',
      { path: '/model/eu.m-1/converse' },
      'the regions of the profile eu.m-1 are not known',
    ],
    ['connect', 'DescribeContact', { path: '/contacts/i-1' }, 'path: must be'],
  ])('%s %s with %j is refused by name', (service, operation, parts, problem) => {
    expect(() => needsOf(service, aCall(operation, parts))).toThrow(problem);
  });
});
