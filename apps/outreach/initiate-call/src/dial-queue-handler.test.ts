import { aRequest } from '@atlas-engine/domain/testing';
import { callIdOf } from '@atlas-engine/domain';
import { createLogger, createMetrics } from '@atlas-engine/function-kit';
import { dialQueueHandler } from './dial-queue-handler.ts';
import { arrangeDialling } from './fixtures/arrange-dialling.ts';
import type { InitiateCall } from './initiate-call.ts';

const { requestId } = aRequest();
const bodyOf = (sequence: number) =>
  JSON.stringify({ requestId, sequence, callId: callIdOf(requestId, sequence) });
const recordsOf = (...bodies: string[]) => ({
  Records: bodies.map((body, index) => ({
    messageId: `m-${String(index + 1)}`,
    body,
    attributes: { ApproximateReceiveCount: '1', SentTimestamp: '1790000000000' },
  })),
});

function arrange(initiateCall: InitiateCall) {
  const lines: string[] = [];
  const sink = (line: string): void => void lines.push(line);
  const logger = createLogger({ function: 'InitiateCallHandler', sink });
  const metrics = createMetrics({ dimensions: { function: 'InitiateCallHandler' }, sink });
  return { lines, handler: dialQueueHandler({ initiateCall, logger, metrics }) };
}

describe('the consumer of the dial queue', () => {
  it('reports the messages that failed, one by one', async () => {
    const world = await arrangeDialling();
    const { handler } = arrange((message) =>
      message.sequence === 2 ? Promise.reject(new Error('DynamoDB is away')) : world.initiate(message),
    );
    await expect(handler(recordsOf(bodyOf(1), bodyOf(2), bodyOf(1)))).resolves.toEqual({
      batchItemFailures: [{ itemIdentifier: 'm-2' }],
    });
    expect(world.rings).toHaveLength(1);
    expect(world.stale).toEqual(['PLACED']);
  });

  it('counts a message as done that was put back, postponed or dropped', async () => {
    for (const result of ['QUEUED', 'DECLINED', 'STALE', 'UNKNOWN'] as const) {
      const { handler, lines } = arrange(() => Promise.resolve(result));
      await expect(handler(recordsOf(bodyOf(1)))).resolves.toEqual({ batchItemFailures: [] });
      expect(lines.join('\n')).toContain(`"result":"${result}"`);
    }
  });

  it('leaves a message that breaks the contract to the dead-letter queue, and goes on', async () => {
    const world = await arrangeDialling();
    const { handler } = arrange(world.initiate);
    const withPhone = JSON.stringify({ ...(JSON.parse(bodyOf(1)) as object), phone: '+12125550100' });
    const event = recordsOf('no JSON', withPhone, bodyOf(1));
    await expect(handler(event)).resolves.toEqual({
      batchItemFailures: [{ itemIdentifier: 'm-1' }, { itemIdentifier: 'm-2' }],
    });
    expect(world.rings).toHaveLength(1);
  });

  it('starts no call that Lambda might stop half-way', async () => {
    const world = await arrangeDialling();
    let left = 12_000;
    const { handler, lines } = arrange(async (message) => {
      const result = await world.initiate(message);
      left -= 5000;
      return result;
    });
    await world.open(requestId, 2);
    const context = { awsRequestId: 'a-1', getRemainingTimeInMillis: () => left };
    await expect(handler(recordsOf(bodyOf(1), bodyOf(2)), context)).resolves.toEqual({
      batchItemFailures: [{ itemIdentifier: 'm-2' }],
    });
    expect(world.rings).toHaveLength(1);
    expect(lines.join('\n')).toContain('"DialOutOfTime":1');
  });

  it('logs nothing that names the person', async () => {
    const world = await arrangeDialling();
    const { handler, lines } = arrange(world.initiate);
    await handler(recordsOf(bodyOf(1)));
    const text = [...lines, ...world.lines].join('\n');
    for (const personal of ['12125550100', 'Robin', 'Sample', 'token-']) expect(text).not.toContain(personal);
  });
});
