import type { WireRequest } from '@atlas-engine/aws-wire';
import { allowing, putRole } from '../fixtures/allowing.ts';
import { arrangeServices } from '../fixtures/arrange-services.ts';

let world: Awaited<ReturnType<typeof arrangeServices>>;
beforeEach(async () => {
  world = await arrangeServices();
});
afterEach(() => world.close());

const account = '000000000000';
const queue = `arn:aws:sqs:us-east-1:${account}:q`;

const aRequest = (service: string, more: Partial<WireRequest> & { readonly input?: object } = {}) => {
  const { input, ...parts } = more;
  return {
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: Buffer.from(input === undefined ? '' : JSON.stringify(input)),
    scope: { accessKeyId: 'AKIALOCALTEST0000000', region: 'us-east-1', service },
    ...parts,
  };
};

/** Makes a call as a role that may do what the document allows; gives what it is refused with. */
function refusal(
  operation: string,
  request: ReturnType<typeof aRequest>,
  document = allowing('none:None'),
): { readonly code?: string; readonly status?: number; readonly message?: string } | undefined {
  const { permissions, sts } = world.services;
  const { accessKeyId } = sts.credentialsFor(putRole(permissions, 'r', { document }), 'one');
  try {
    permissions.authorize({ ...request, scope: { ...request.scope, accessKeyId } }, operation);
    return undefined;
  } catch (error) {
    return error as { readonly code: string };
  }
}

const user = `User: arn:aws:sts::${account}:assumed-role/r/one is not authorized to perform:`;

describe('a call on the wire', () => {
  it.each([
    ['sqs', 'SendMessage', { input: { QueueUrl: 'http://127.0.0.1/0/q' } }, 'AccessDenied', 403],
    ['dynamodb', 'GetItem', { input: { TableName: 't' } }, 'AccessDeniedException', 400],
    ['secretsmanager', 'ListSecrets', {}, 'AccessDeniedException', 400],
    ['connect', 'SearchContacts', { input: { InstanceId: 'i' } }, 'AccessDeniedException', 403],
    ['bedrock', 'Converse', { path: '/model/m/converse' }, 'AccessDeniedException', 403],
    ['lambda', 'Invoke', { path: '/2015-03-31/functions/f/invocations' }, 'AccessDeniedException', 403],
    ['s3', 'ListBuckets', {}, 'AccessDenied', 403],
    [
      'sts',
      'AssumeRole',
      { input: { RoleArn: `arn:aws:iam::${account}:role/r`, RoleSessionName: 's' } },
      'AccessDenied',
      403,
    ],
    [
      'sns',
      'Publish',
      {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: Buffer.from(`Action=Publish&TopicArn=arn:aws:sns:us-east-1:${account}:t`),
      },
      'AuthorizationError',
      403,
    ],
  ])(
    'of %s %s is refused as the service does, and allowed with the permission',
    (service, operation, more, code, status) => {
      const request = aRequest(service, more);
      const denied = refusal(operation, request);
      expect(denied).toMatchObject({ code, status });
      expect(denied?.message).toContain(`${user} ${service}:`);
      expect(denied?.message).toMatch(/because no identity-based policy allows the \S+ action$/);
      expect(refusal(operation, request, allowing('*'))).toBeUndefined();
    },
  );

  it('names role, action and resource', () => {
    const request = aRequest('sqs', { input: { QueueUrl: 'http://127.0.0.1/0/q' } });
    expect(refusal('SendMessage', request, allowing('sqs:SendMessage', `${queue}2`))?.message).toBe(
      `${user} sqs:SendMessage on resource: ${queue} because no identity-based policy allows the sqs:SendMessage action`,
    );
    expect(world.services.permissions.report().denials).toMatchObject([
      { action: 'sqs:SendMessage', resource: queue, count: 1 },
    ]);
  });

  it('of a secret is about its ARN, by whatever it is named', () => {
    const { arn } = world.services.secrets.createSecret({ Name: 'crm' });
    const request = aRequest('secretsmanager', { input: { SecretId: 'crm' } });
    expect(refusal('GetSecretValue', request, allowing('secretsmanager:*', arn))).toBeUndefined();
    expect(refusal('GetSecretValue', request, allowing('secretsmanager:*', `${arn}2`))?.code).toBe(
      'AccessDeniedException',
    );
  });

  it('of Transcribe is refused in its own words without access to the recording', () => {
    const input = { TranscriptionJobName: 'j', Media: { MediaFileUri: 's3://b/k' }, OutputBucketName: 'o' };
    const start = (...actions: readonly string[]) =>
      refusal('StartTranscriptionJob', aRequest('transcribe', { input }), allowing(actions));
    expect(start('transcribe:*', 's3:PutObject')).toMatchObject({ code: 'BadRequestException' });
    expect(start('transcribe:*', 's3:GetObject')).toMatchObject({ code: 'BadRequestException' });
    expect(start('transcribe:*', 's3:GetObject', 's3:PutObject')).toBeUndefined();
    expect(world.services.permissions.report().denials.map(({ action }) => action)).toEqual([
      's3:GetObject',
      's3:PutObject',
    ]);
  });

  it('that no table knows is refused by name', () => {
    expect(refusal('AddPermission', aRequest('sqs'), allowing('*'))).toMatchObject({
      code: 'AccessDenied',
      message: `${user} sqs:AddPermission: the local cloud has no IAM mapping for it`,
    });
  });

  it('is allowed to developers, to whoever deploys, and to what is not signed', () => {
    const { permissions, sts } = world.services;
    const request = aRequest('sqs', { input: { QueueUrl: 'http://127.0.0.1/0/q' } });
    permissions.authorize(request, 'SendMessage');
    const deployer = `arn:aws:iam::${account}:role/cdk-hnb659fds-deploy-role-${account}-us-east-1`;
    const { accessKeyId } = sts.credentialsFor(deployer, 'cdk');
    permissions.authorize({ ...request, scope: { ...request.scope, accessKeyId } }, 'SendMessage');
    const { method, path, query, headers, body } = request;
    permissions.authorize({ method, path, query, headers, body }, 'SendMessage');
    expect(permissions.report().denials).toEqual([]);
  });

  it('of a role that does not exist is refused', () => {
    const { permissions, sts } = world.services;
    const { accessKeyId } = sts.credentialsFor(`arn:aws:iam::${account}:role/none`, 'one');
    const request = aRequest('s3', { scope: { accessKeyId, region: 'us-east-1', service: 's3' } });
    expect(() => permissions.authorize(request, 'ListBuckets')).toThrow(
      'not authorized to perform: s3:ListAllMyBuckets',
    );
  });
});
