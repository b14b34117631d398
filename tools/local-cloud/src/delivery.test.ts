import type { Lambda } from '@atlas-engine/lambda-runtime';
import { DeliveryRefusedError } from '@atlas-engine/messaging-doubles';
import { createDelivery } from './delivery.ts';
import { allowing, openResource, putRole } from './fixtures/allowing.ts';
import { arrangeServices } from './fixtures/arrange-services.ts';

let world: Awaited<ReturnType<typeof arrangeServices>>;
beforeEach(async () => {
  world = await arrangeServices();
});
afterEach(() => world.close());

const account = '000000000000';
const arnOf = (service: string, name: string) => `arn:aws:${service}:us-east-1:${account}:${name}`;
const options = { from: 'events', sourceArn: `arn:aws:events:us-east-1:${account}:rule/r` } as const;

function arrange(...open: readonly string[]) {
  const { permissions } = world.services;
  for (const arn of open) openResource(permissions, arn);
  const invoked: unknown[] = [];
  const lambda = { invoke: async (...call: unknown[]) => void invoked.push(call) } as unknown as Lambda;
  const delivery = createDelivery(account, permissions);
  delivery.connect({ ...world.services, lambda });
  return { delivery, invoked };
}

describe('delivery', () => {
  it('gives a function its event, which is then tried again by Lambda', async () => {
    const arn = arnOf('lambda', 'function:f');
    const { delivery, invoked } = arrange(arn);
    await delivery.deliver(arn, { a: 1 }, options);
    expect(invoked).toEqual([[arn, '{"a":1}', { type: 'Event' }]]);
  });

  it('gives a queue its message with attributes, as text', async () => {
    const { delivery } = arrange(arnOf('sqs', 'q'));
    const { arn } = world.services.sqs.createQueue({ QueueName: 'q' });
    const messageAttributes = { kind: { DataType: 'String', StringValue: 'x' } };
    await delivery.deliver(arn, { a: 1 }, { ...options, messageAttributes });
    const roleArn = putRole(world.services.permissions, 'r');
    await delivery.deliverFailedEvent(arn, 'text', { roleArn, functionName: 'f', attributes: { kind: 'x' } });
    const [first, second] = world.services.sqs.messages(arn);
    expect(first).toMatchObject({ body: '{"a":1}', messageAttributes });
    expect(second).toMatchObject({ body: 'text', messageAttributes });
  });

  it('gives a FIFO queue its group and deduplication id', async () => {
    const { delivery } = arrange(arnOf('sqs', 'q.fifo'));
    const { arn } = world.services.sqs.createQueue({ QueueName: 'q.fifo', FifoQueue: true });
    const fifo = { ...options, messageGroupId: 'g', messageDeduplicationId: 'd' };
    await delivery.deliver(arn, 'one', fifo);
    await delivery.deliver(arn, 'one again', fifo);
    expect(world.services.sqs.messages(arn).map(({ body }) => body)).toEqual(['one']);
  });

  it('publishes to a topic', async () => {
    const { delivery } = arrange(arnOf('sqs', 'q'), arnOf('sns', 't'));
    const { arn: queue } = world.services.sqs.createQueue({ QueueName: 'q' });
    const { arn: topic } = world.services.sns.createTopic({ TopicName: 't' });
    world.services.sns.subscribe({
      TopicArn: topic,
      Protocol: 'sqs',
      Endpoint: queue,
      RawMessageDelivery: true,
    });
    await delivery.deliver(topic, 'hello', options);
    await world.clock.advanceBy(1000);
    expect(world.services.sqs.messages(queue).map(({ body }) => body)).toEqual(['hello']);
  });

  it.each([
    ['a state machine', `arn:aws:states:us-east-1:${account}:stateMachine:m`],
    ['a log group', `arn:aws:logs:us-east-1:${account}:log-group:g`],
    ['another account', 'arn:aws:sqs:us-east-1:111111111111:q'],
    ['what is no ARN', 'q'],
  ])('refuses %s by name', async (_what, arn) => {
    const { delivery } = arrange();
    const refused = delivery.deliver(arn, {}, options);
    await expect(refused).rejects.toBeInstanceOf(DeliveryRefusedError);
    await expect(refused).rejects.toMatchObject({ message: `The local cloud cannot deliver to ${arn}` });
  });

  it('refuses everything until the services are connected', async () => {
    const arn = `arn:aws:sqs:us-east-1:${account}:q`;
    const delivery = createDelivery(account, world.services.permissions);
    await expect(delivery.deliver(arn, {}, options)).rejects.toBeInstanceOf(DeliveryRefusedError);
  });

  it('is refused without permission: of the resource for a service, of its role for a function', async () => {
    const { delivery } = arrange();
    const { permissions } = world.services;
    const { arn } = world.services.sqs.createQueue({ QueueName: 'q' });
    const refused = (work: Promise<void>) =>
      expect(work).rejects.toMatchObject({
        code: 'NO_PERMISSIONS',
        message: expect.stringContaining('not authorized to perform: sqs:SendMessage') as string,
      });
    await refused(delivery.deliver(arn, {}, options));
    const document = allowing('sqs:SendMessage', arnOf('sqs', 'other'));
    const roleArn = putRole(permissions, 'r', { document });
    await refused(delivery.deliverFailedEvent(arn, '', { roleArn, functionName: 'f' }));
    await refused(delivery.deliver(arn, {}, { ...options, roleArn }));
    const ofRule = {
      Principal: { Service: 'events.amazonaws.com' },
      Condition: { ArnEquals: { 'aws:SourceArn': options.sourceArn } },
    };
    permissions.putResourcePolicy('p', [arn], allowing('sqs:SendMessage', arn, ofRule));
    await refused(delivery.deliver(arn, {}, { ...options, sourceArn: `${options.sourceArn}2` }));
    await delivery.deliver(arn, { a: 1 }, options);
    expect(world.services.sqs.messages(arn)).toHaveLength(1);
  });
});
