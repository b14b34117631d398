import {
  CreateEventBusCommand,
  DeleteRuleCommand,
  DescribeRuleCommand,
  DisableRuleCommand,
  EnableRuleCommand,
  EventBridgeClient,
  ListEventBusesCommand,
  ListRuleNamesByTargetCommand,
  ListRulesCommand,
  ListTagsForResourceCommand,
  ListTargetsByRuleCommand,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
  TagResourceCommand,
  TestEventPatternCommand,
  type PutEventsRequestEntry,
} from '@aws-sdk/client-eventbridge';
import { AwsError, type WireServer } from '@atlas-engine/aws-wire';
import { createSimulationClock, noFaults } from '@atlas-engine/simulation';
import { DeliveryRefusedError } from '../delivery/deliver.ts';
import { createWorld, place, serve, type TestWorld } from '../testing/local-services.ts';
import { createRecordingTarget, type RecordingTarget } from '../testing/recording-target.ts';
import { createEventBridge, type EventBridge } from './event-bridge.ts';
import type { EventBridgeOptions } from './events-options.ts';

const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:notify';
const queueArn = 'arn:aws:sqs:us-east-1:000000000000:dead';

let world: TestWorld;
let targets: RecordingTarget;
let events: EventBridge;
let server: WireServer;
let client: EventBridgeClient;

const open = (options: Partial<EventBridgeOptions> = {}): EventBridge =>
  createEventBridge({ ...world, ...place, deliver: targets.deliver, ...options });

beforeEach(async () => {
  world = createWorld();
  targets = createRecordingTarget();
  events = open();
  const served = await serve(world, [events.service]);
  server = served.server;
  client = new EventBridgeClient(served.config);
});

afterEach(async () => {
  client.destroy();
  await server.close();
});

const rule = (properties: object = {}) =>
  events.putRuleFromTemplate({
    Name: 'orders',
    EventPattern: { source: ['shop'] },
    Targets: [{ Id: 'f', Arn: functionArn }],
    ...properties,
  });
const put = (...Entries: Partial<PutEventsRequestEntry>[]) => client.send(new PutEventsCommand({ Entries }));
const order = { Source: 'shop', DetailType: 'Order', Detail: '{"id":7}' };

describe('PutEvents', () => {
  it('sends an event in its envelope to the targets of matching rules', async () => {
    const { arn } = rule();
    rule({ Name: 'other', EventPattern: { source: ['bank'] } });
    const { Entries, FailedEntryCount } = await put({
      ...order,
      Time: new Date(1_767_225_600_123),
      Resources: ['r'],
    });
    expect(FailedEntryCount).toBe(0);
    await world.clock.idle();
    expect(targets.delivered).toEqual([
      {
        targetArn: functionArn,
        payload: {
          version: '0',
          id: Entries?.[0]?.EventId,
          'detail-type': 'Order',
          source: 'shop',
          account: '000000000000',
          time: '2026-01-01T00:00:00Z',
          region: 'us-east-1',
          resources: ['r'],
          detail: { id: 7 },
        },
        options: { from: 'events', sourceArn: arn },
      },
    ]);
  });

  it('answers 200 and fails entry by entry', async () => {
    const { Entries, FailedEntryCount } = await put(
      order,
      { ...order, Source: 'aws.s3' },
      { ...order, Detail: 'x' },
      { ...order, Detail: '[]' },
      { DetailType: 'Order', Detail: '{}' },
      { ...order, EventBusName: 'absent' },
    );
    expect(FailedEntryCount).toBe(5);
    expect(Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([
      undefined,
      'NotAuthorizedForSourceException',
      'MalformedDetail',
      'MalformedDetail',
      'InvalidArgument',
      'ResourceNotFoundException',
    ]);
  });

  it('refuses more than 10 entries or 256 KiB', async () => {
    await expect(put(...Array.from({ length: 11 }, () => order))).rejects.toMatchObject({
      name: 'ValidationException',
    });
    const Detail = JSON.stringify({ text: 'x'.repeat(262_144) });
    await expect(put({ ...order, Detail })).rejects.toMatchObject({
      message: 'Total size of the entries in the request is over the limit.',
    });
  });

  it('keeps buses apart, and sends from one to another only once', async () => {
    const { EventBusArn = '' } = await client.send(new CreateEventBusCommand({ Name: 'crm' }));
    const third = events.putEventBus('third');
    rule({
      EventBusName: 'crm',
      Targets: [
        { Id: 'f', Arn: functionArn },
        { Id: 'b', Arn: third.arn, RoleArn: 'arn:r' },
      ],
    });
    rule({ EventBusName: 'third' });
    rule({
      Name: 'forward',
      Targets: [{ Id: 'b', Arn: EventBusArn, RoleArn: 'arn:aws:iam::000000000000:role/r' }],
    });
    await put(order);
    await world.clock.idle();
    expect(targets.delivered).toHaveLength(1);
    await put({ ...order, EventBusName: EventBusArn });
    await world.clock.idle();
    expect(targets.delivered).toHaveLength(3);
    const { EventBuses } = await client.send(new ListEventBusesCommand({}));
    expect(EventBuses?.map(({ Name }) => Name)).toEqual(['default', 'crm', 'third']);
  });
});

describe('rules over the wire', () => {
  it('can be made, seen, switched off and on, and deleted', async () => {
    const { RuleArn } = await client.send(
      new PutRuleCommand({
        Name: 'r',
        EventPattern: '{"source":["shop"]}',
        Tags: [{ Key: 'stage', Value: 'local' }],
      }),
    );
    expect(RuleArn).toBe('arn:aws:events:us-east-1:000000000000:rule/r');
    await client.send(new PutTargetsCommand({ Rule: 'r', Targets: [{ Id: 'f', Arn: functionArn }] }));
    await client.send(new DisableRuleCommand({ Name: 'r' }));
    await put(order);
    await world.clock.idle();
    expect(targets.delivered).toEqual([]);
    await client.send(new EnableRuleCommand({ Name: 'r' }));
    expect(await client.send(new DescribeRuleCommand({ Name: 'r' }))).toMatchObject({
      Arn: RuleArn,
      State: 'ENABLED',
      EventPattern: '{"source":["shop"]}',
      EventBusName: 'default',
    });
    const { RuleNames } = await client.send(new ListRuleNamesByTargetCommand({ TargetArn: functionArn }));
    expect(RuleNames).toEqual(['r']);
    await expect(client.send(new DeleteRuleCommand({ Name: 'r' }))).rejects.toThrow('since it has targets');
    await client.send(new RemoveTargetsCommand({ Rule: 'r', Ids: ['f'] }));
    await client.send(new DeleteRuleCommand({ Name: 'r' }));
    expect((await client.send(new ListRulesCommand({}))).Rules).toEqual([]);
    await expect(client.send(new DescribeRuleCommand({ Name: 'r' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('keep their targets and their tags', async () => {
    const { arn } = rule();
    await client.send(
      new PutTargetsCommand({
        Rule: 'orders',
        Targets: [
          { Id: 'q', Arn: queueArn, Input: '"x"' },
          { Id: 'f', Arn: functionArn },
        ],
      }),
    );
    const { Targets } = await client.send(new ListTargetsByRuleCommand({ Rule: 'orders', Limit: 1 }));
    expect(Targets).toEqual([{ Id: 'q', Arn: queueArn, Input: '"x"' }]);
    await client.send(new TagResourceCommand({ ResourceARN: arn, Tags: [{ Key: 'a', Value: 'b' }] }));
    const { Tags } = await client.send(new ListTagsForResourceCommand({ ResourceARN: arn }));
    expect(Tags).toEqual([{ Key: 'a', Value: 'b' }]);
    const removed = await client.send(new RemoveTargetsCommand({ Rule: 'orders', Ids: ['absent'] }));
    expect(removed).toMatchObject({ FailedEntryCount: 1, FailedEntries: [{ TargetId: 'absent' }] });
  });

  it('are refused when they can not work', async () => {
    const putRule = (input: object) => client.send(new PutRuleCommand({ Name: 'r', ...input }));
    await expect(putRule({})).rejects.toThrow('must be specified');
    await expect(putRule({ EventPattern: '{' })).rejects.toMatchObject({
      name: 'InvalidEventPatternException',
    });
    await expect(
      putRule({ ScheduleExpression: 'rate(1 day)', EventBusName: events.putEventBus('b').name }),
    ).rejects.toThrow('only on the default event bus');
    await putRule({ EventPattern: '{"source":["shop"]}' });
    const target = (input: object) =>
      client.send(new PutTargetsCommand({ Rule: 'r', Targets: [{ Id: 't', Arn: functionArn, ...input }] }));
    await expect(target({ Arn: 'arn:aws:kinesis:us-east-1:000000000000:stream/s' })).rejects.toThrow(
      'does not support',
    );
    await expect(target({ Arn: 'arn:aws:states:us-east-1:000000000000:stateMachine:m' })).rejects.toThrow(
      'RoleArn is required',
    );
    await expect(target({ Arn: `${queueArn}.fifo` })).rejects.toThrow('SqsParameters');
    await expect(target({ DeadLetterConfig: { Arn: functionArn } })).rejects.toThrow('DeadLetterConfig.Arn');
    await expect(target({ KinesisParameters: { PartitionKeyPath: '$.id' } })).rejects.toThrow(
      'KinesisParameters',
    );
    const Targets = Array.from({ length: 6 }, (_, index) => ({ Id: `t${index}`, Arn: functionArn }));
    await expect(client.send(new PutTargetsCommand({ Rule: 'r', Targets }))).rejects.toMatchObject({
      name: 'LimitExceededException',
    });
  });

  it('can be tried by TestEventPattern', async () => {
    const Event = JSON.stringify({
      id: '1',
      account: '000000000000',
      source: 'shop',
      time: '2026-01-01T00:00:00Z',
      region: 'us-east-1',
      resources: [],
      'detail-type': 'Order',
      detail: { size: 3 },
    });
    const test = (pattern: object, text = Event) =>
      client.send(new TestEventPatternCommand({ EventPattern: JSON.stringify(pattern), Event: text }));
    expect((await test({ detail: { size: [{ numeric: ['<', 4] }] } })).Result).toBe(true);
    expect((await test({ detail: { size: [4] } })).Result).toBe(false);
    await expect(test({ source: 'shop' })).rejects.toMatchObject({ name: 'InvalidEventPatternException' });
    await expect(test({ source: ['shop'] }, '{}')).rejects.toThrow('has no id');
  });
});

describe('a delivery', () => {
  it('carries text to a queue and the role that the target names', async () => {
    rule({
      Targets: [
        { Id: 'q', Arn: `${queueArn}.fifo`, InputPath: '$.detail', SqsParameters: { MessageGroupId: 'g' } },
        { Id: 's', Arn: 'arn:aws:states:us-east-1:000000000000:stateMachine:m', RoleArn: 'arn:role' },
      ],
    });
    await put(order);
    await world.clock.idle();
    expect(targets.delivered).toMatchObject([
      { payload: '{"id":7}', options: { messageGroupId: 'g' } },
      { payload: { source: 'shop' }, options: { roleArn: 'arn:role' } },
    ]);
  });

  it('is tried again with growing waits', async () => {
    rule();
    targets.fail(
      functionArn,
      new AwsError('ThrottlingException', 'slow down'),
      new AwsError('InternalFailure', 'no', { status: 500 }),
    );
    await put(order);
    await world.clock.advanceBy(400);
    expect(targets.delivered).toEqual([]);
    await world.clock.advanceBy(3_000);
    expect(targets.delivered).toHaveLength(1);
    expect(events.pendingDeliveries).toBe(0);
  });

  it('goes to the dead-letter queue at once when no repeat can help', async () => {
    const { arn } = rule({ Targets: [{ Id: 'f', Arn: functionArn, DeadLetterConfig: { Arn: queueArn } }] });
    targets.fail(functionArn, new DeliveryRefusedError('NO_RESOURCE', 'no such function'));
    await put(order);
    await world.clock.idle();
    const [{ targetArn, payload, options } = { targetArn: '', payload: '', options: undefined }] =
      targets.delivered;
    expect(targetArn).toBe(queueArn);
    expect(JSON.parse(payload as string)).toMatchObject({ source: 'shop', detail: { id: 7 } });
    const values = Object.entries(options?.messageAttributes ?? {}).map(([name, { StringValue }]) => [
      name,
      StringValue,
    ]);
    expect(Object.fromEntries(values)).toEqual({
      RULE_ARN: arn,
      TARGET_ARN: functionArn,
      ERROR_CODE: 'NO_RESOURCE',
      ERROR_MESSAGE: 'no such function',
      RETRY_ATTEMPTS: '0',
    });
  });

  it('is given up by attempts or by age, and says which', async () => {
    const failing = (RetryPolicy: object) =>
      rule({ Targets: [{ Id: 'f', Arn: functionArn, RetryPolicy, DeadLetterConfig: { Arn: queueArn } }] });
    const condition = () =>
      targets.delivered.at(-1)?.options.messageAttributes?.['EXHAUSTED_RETRY_CONDITION']?.StringValue;
    const busy = Array.from({ length: 300 }, () => new AwsError('TooManyRequestsException', 'busy'));
    failing({ MaximumRetryAttempts: 2 });
    targets.fail(functionArn, ...busy);
    await put(order);
    await world.clock.advanceBy(60_000);
    expect(condition()).toBe('MaximumRetryAttempts');
    failing({ MaximumEventAgeInSeconds: 60 });
    await put(order);
    await world.clock.advanceBy(600_000);
    expect(condition()).toBe('MaximumEventAgeInSeconds');
    expect(targets.delivered).toHaveLength(2);
  });

  it('is noted when it is dropped for want of a dead-letter queue', async () => {
    rule();
    targets.fail(functionArn, new AwsError('AccessDeniedException', 'no'));
    await put(order);
    await world.clock.idle();
    expect(events.dropped()).toEqual([
      { targetArn: functionArn, at: world.clock.now(), errorCode: 'NO_PERMISSIONS' },
    ]);
  });

  it('survives the end of the process', async () => {
    rule();
    targets.fail(functionArn, new AwsError('InternalFailure', 'no', { status: 500 }));
    await put(order);
    await world.clock.idle();
    const before = targets.delivered.length;
    const next = createRecordingTarget();
    open({ deliver: next.deliver });
    await world.clock.advanceBy(1_000);
    expect([before, next.delivered.length]).toEqual([0, 1]);
  });
});

describe('events of services', () => {
  const contact = {
    source: 'aws.connect',
    'detail-type': 'Amazon Connect Contact Event',
    detail: { eventType: 'DISCONNECTED' },
  };

  it('may be lost, doubled and delayed when they are best effort, and are never lost when durable', async () => {
    const faulty = open({
      faults: { ...noFaults, lost: () => true, deliveries: () => 2, delay: () => 5_000 },
    });
    faulty.putRuleFromTemplate({
      Name: 'contacts',
      EventPattern: { source: ['aws.connect'] },
      Targets: [{ Id: 'f', Arn: functionArn }],
    });
    faulty.emit(contact, { bestEffort: true });
    const id = faulty.emit(contact, { bestEffort: false });
    await world.clock.advanceBy(4_999);
    expect(targets.delivered).toEqual([]);
    await world.clock.advanceBy(1);
    expect(targets.delivered.map(({ payload }) => (payload as { id: string }).id)).toEqual([id, id]);
  });
});

describe('a scheduled rule', () => {
  const scheduled = (properties: object = {}) =>
    rule({
      Name: 'reconcile',
      EventPattern: undefined,
      ScheduleExpression: 'rate(5 minutes)',
      ...properties,
    });

  it('fires by the clock with a Scheduled Event', async () => {
    const { arn } = scheduled();
    await world.clock.advanceBy(11 * 60_000);
    expect(targets.delivered).toHaveLength(2);
    expect(targets.delivered[0]?.payload).toMatchObject({
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      time: '2026-01-01T00:05:00Z',
      resources: [arn],
      detail: {},
    });
  });

  it('keeps its time over a new deployment and over the end of the process', async () => {
    scheduled();
    await world.clock.advanceBy(4 * 60_000);
    scheduled();
    const next = createRecordingTarget();
    targets.fail(functionArn, new AwsError('AccessDeniedException', 'gone'));
    open({ deliver: next.deliver });
    await world.clock.advanceBy(60_000);
    expect(next.delivered).toHaveLength(1);
  });

  it('stops when it is disabled or deleted', async () => {
    const { arn } = scheduled({ State: 'DISABLED' });
    await world.clock.advanceBy(10 * 60_000);
    scheduled({ State: 'ENABLED' });
    events.deleteRule(arn);
    await world.clock.advanceBy(10 * 60_000);
    expect(targets.delivered).toEqual([]);
  });

  it('does not race accelerated time on when nothing else is going on', async () => {
    const clock = createSimulationClock({ start: Date.UTC(2026, 0, 1), speed: Infinity });
    let pending = false;
    const idle = open({ clock, isWorkPending: () => pending });
    idle.putRuleFromTemplate({
      Name: 'reconcile',
      ScheduleExpression: 'rate(5 minutes)',
      Targets: [{ Id: 'f', Arn: functionArn }],
    });
    await clock.idle();
    expect(clock.now()).toBeLessThan(Date.UTC(2026, 0, 1, 0, 1));
    pending = true;
    idle.wake();
    const sleep = clock.sleep(11 * 60_000);
    await sleep;
    pending = false;
    idle.wake();
    await clock.idle();
    expect(targets.delivered).toHaveLength(2);
    clock.stop();
  });
});
