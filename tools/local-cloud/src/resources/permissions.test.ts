import { allowing, trusting } from '../fixtures/allowing.ts';
import { account, arn, arrangeResources } from '../fixtures/creating-resources.ts';

let world: Awaited<ReturnType<typeof arrangeResources>>;
beforeEach(async () => {
  world = await arrangeResources();
});
afterEach(() => world.close());
const create: typeof world.create = (...resource) => world.create(...resource);

const queue = arn('sqs', 'q');
const role = { RoleName: 'r', AssumeRolePolicyDocument: trusting('lambda.amazonaws.com') };
const actor = { roleArn: `arn:aws:iam::${account}:role/r`, session: 's' };
const maySend = (to = queue) => world.services.permissions.may(actor, 'sqs:SendMessage', to);
const mayInvoke = (sourceArn: string, functionArn: string) =>
  world.services.permissions.may(
    { service: 'lexv2.amazonaws.com', sourceArn },
    'lambda:InvokeFunction',
    functionArn,
  );

describe('a role', () => {
  it('may do what its own, its managed and its attached policies allow', async () => {
    const Policies = [{ PolicyName: 'Own', PolicyDocument: allowing('sqs:SendMessage', queue) }];
    await expect(create('AWS::IAM::Role', { ...role, Policies })).resolves.toMatchObject({
      physicalId: 'r',
      attributes: { Arn: actor.roleArn },
    });
    expect([maySend(), maySend(`${queue}2`)]).toEqual([true, false]);
    const managed = { ManagedPolicyName: 'p', PolicyDocument: allowing('sqs:SendMessage', `${queue}2`) };
    const { physicalId } = await create('AWS::IAM::ManagedPolicy', managed);
    await create('AWS::IAM::Role', { ...role, ManagedPolicyArns: [physicalId] });
    expect([maySend(), maySend(`${queue}2`)]).toEqual([false, true]);
    await create('AWS::IAM::Policy', {
      PolicyName: 'More',
      PolicyDocument: allowing('sqs:*', queue),
      Roles: ['r'],
    });
    expect([maySend(), maySend(`${queue}2`)]).toEqual([true, true]);
  });

  it('is bounded by its boundary', async () => {
    const boundary = { ManagedPolicyName: 'b', PolicyDocument: allowing('sns:*') };
    const { physicalId } = await create('AWS::IAM::ManagedPolicy', boundary);
    const Policies = [{ PolicyName: 'Own', PolicyDocument: allowing('*') }];
    await create('AWS::IAM::Role', { ...role, Policies, PermissionsBoundary: physicalId });
    expect(maySend()).toBe(false);
  });

  it('is refused with a policy that is not there or not understood', async () => {
    const of = (name: string) => create('AWS::IAM::Role', { ...role, ManagedPolicyArns: [name] });
    await expect(of(`arn:aws:iam::${account}:policy/none`)).rejects.toThrow(
      'does not exist or is not attachable',
    );
    await expect(of('arn:aws:iam::aws:policy/ReadOnlyAccess')).rejects.toThrow(
      'policies of AWS are not known',
    );
    const Condition = { StringEquals: { 'aws:SourceVpc': 'x' } };
    const Policies = [{ PolicyName: 'Own', PolicyDocument: allowing('sqs:*', '*', { Condition }) }];
    await expect(create('AWS::IAM::Role', { ...role, Policies })).rejects.toThrow(
      'r/Own: statement 0: Condition StringEquals: the condition key aws:SourceVpc is not known',
    );
  });

  it('keeps its managed policy from being deleted', async () => {
    const managed = { ManagedPolicyName: 'p', PolicyDocument: allowing('sqs:*') };
    const { physicalId } = await create('AWS::IAM::ManagedPolicy', managed);
    await create('AWS::IAM::Role', { ...role, ManagedPolicyArns: [physicalId] });
    const { permissions } = world.services;
    expect(() => permissions.removeManagedPolicy(physicalId)).toThrow(
      'Cannot delete a policy attached to entities: r',
    );
    permissions.removeRole(actor.roleArn);
    permissions.removeManagedPolicy(physicalId);
    expect(maySend()).toBe(false);
  });
});

describe('the policy of a resource', () => {
  it('is about the queues, topics and objects that it names', async () => {
    const { physicalId: url } = await create('AWS::SQS::Queue', { QueueName: 'q' });
    const Principal = { AWS: actor.roleArn };
    const PolicyDocument = allowing('sqs:SendMessage', queue, { Principal });
    await create('AWS::SQS::QueuePolicy', { Queues: [url], PolicyDocument }, 'QueuePolicy');
    expect([maySend(), maySend(`${queue}2`)]).toEqual([true, false]);
    await expect(create('AWS::SQS::QueuePolicy', { Queues: ['x/none'], PolicyDocument })).rejects.toThrow(
      'is no queue',
    );
    const objects = allowing('s3:GetObject', 'arn:aws:s3:::b/*', { Principal });
    await create('AWS::S3::BucketPolicy', { Bucket: 'b', PolicyDocument: objects }, 'BucketPolicy');
    const { permissions } = world.services;
    expect(permissions.may(actor, 's3:GetObject', 'arn:aws:s3:::b/k')).toBe(true);
    permissions.removeResourcePolicy('stack/BucketPolicy');
    expect(permissions.may(actor, 's3:GetObject', 'arn:aws:s3:::b/k')).toBe(false);
  });

  it('lets the bot in that a permission names', async () => {
    const live = arn('lambda', 'function:f:live');
    const bot = arn('lex', 'bot-alias/B/A');
    const permission = {
      Action: 'lambda:InvokeFunction',
      FunctionName: live,
      Principal: 'lexv2.amazonaws.com',
      SourceArn: bot,
    };
    await create('AWS::Lambda::Permission', permission);
    expect([
      mayInvoke(bot, live),
      mayInvoke(`${bot}2`, live),
      mayInvoke(bot, arn('lambda', 'function:f')),
    ]).toEqual([true, false, false]);
    await expect(create('AWS::Lambda::Permission', { ...permission, Qualifier: '1' })).rejects.toThrow(
      'Qualifier',
    );
  });
});
