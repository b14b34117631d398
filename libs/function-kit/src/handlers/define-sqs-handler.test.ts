import * as z from 'zod';
import { createLogger } from '../logging/logger.ts';
import type { PoisonMessage, SqsHandlerDefinition } from './define-sqs-handler.ts';
import { defineSqsHandler } from './define-sqs-handler.ts';

const schema = z.strictObject({ requestId: z.string(), sequence: z.int() });
type Definition = SqsHandlerDefinition<typeof schema>;

const record = (messageId: string, body: unknown, receiveCount = '1') => ({
  messageId,
  receiptHandle: 'AQEB',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  attributes: { ApproximateReceiveCount: receiveCount, SentTimestamp: '1795000000000' },
  messageAttributes: {},
  eventSource: 'aws:sqs',
});

const arrange = (definition: Partial<Definition> = {}) => {
  const lines: Record<string, unknown>[] = [];
  const poison: PoisonMessage[] = [];
  const logger = createLogger({
    function: 'TestHandler',
    sink: (line) => lines.push(JSON.parse(line) as Record<string, unknown>),
  });
  const handler = defineSqsHandler({
    name: 'TestHandler',
    schema,
    logger,
    handle: async () => 'DONE',
    onPoison: (message) => void poison.push(message),
    ...definition,
  });
  return { handler, lines, poison };
};

describe('defineSqsHandler', () => {
  const good = { requestId: 'lead-42', sequence: 1 };

  it('reports nothing when every message is done', async () => {
    const { handler, lines } = arrange();

    expect(await handler({ Records: [record('m1', good), record('m2', good)] })).toEqual({
      batchItemFailures: [],
    });
    expect(lines).toEqual([expect.objectContaining({ message: 'handled' })]);
  });

  it('tells the handler what it knows of the message', async () => {
    const seen: unknown[] = [];
    const { handler } = arrange({
      handle: async (message, meta) => {
        seen.push(message, { ...meta, remainingMs: meta.remainingMs() });
        return 'DONE';
      },
    });
    await handler({ Records: [record('m1', good, '3')] }, { getRemainingTimeInMillis: () => 900 });

    expect(seen).toEqual([
      good,
      { messageId: 'm1', receiveCount: 3, sentAt: 1_795_000_000_000, remainingMs: 900 },
    ]);
  });

  it('fails a message alone, and logs it with its request', async () => {
    const { handler, lines } = arrange({
      errors: { Throttled: 'warn' },
      handle: async ({ sequence }) => {
        if (sequence === 2) throw Object.assign(new Error('no'), { name: 'Throttled' });
        return 'DONE';
      },
    });
    const answer = await handler({
      Records: [record('m1', good), record('m2', { ...good, sequence: 2 }), record('m3', good)],
    });

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm2' }] });
    expect(lines[0]).toMatchObject({
      level: 'warn',
      message: 'message failed',
      messageId: 'm2',
      requestId: 'lead-42',
    });
  });

  it('gives a message back without a failure', async () => {
    const { handler, lines } = arrange({ handle: async () => 'RETRY' });

    expect(await handler({ Records: [record('m1', good)] })).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm1' }],
    });
    expect(lines.map(({ level }) => level)).toEqual(['info']);
  });

  it.each([
    ['no JSON', 'call +12125550100', 'must be JSON'],
    ['another shape', { requestId: 'lead-42' }, 'must be of type number'],
  ])('reports a message of %s as poison and fails it', async (_, body, problem) => {
    const { handler, lines, poison } = arrange();
    const answer = await handler({ Records: [record('m1', body, '2')] });

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
    expect(poison).toEqual([
      {
        messageId: 'm1',
        receiveCount: 2,
        problems: [expect.objectContaining({ problem })],
      },
    ]);
    expect(JSON.stringify(lines)).not.toContain('2125550100');
    expect(lines[0]).toMatchObject({ level: 'error', message: 'malformed message', messageId: 'm1' });
  });

  it('fails the message whose poison could not be recorded', async () => {
    const { handler } = arrange({ onPoison: () => Promise.reject(new Error('no')) });

    expect(await handler({ Records: [record('m1', '{'), record('m2', good)] })).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm1' }],
    });
  });

  it('handles at most as many messages at a time as it is told', async () => {
    let running = 0;
    let most = 0;
    const { handler } = arrange({
      concurrency: 3,
      handle: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        return 'DONE';
      },
    });
    await handler({ Records: Array.from({ length: 10 }, (_, index) => record(`m${String(index)}`, good)) });

    expect(most).toBe(3);
  });

  it('refuses an event that is no batch', async () => {
    await expect(arrange().handler({ reconcile: true })).rejects.toMatchObject({ name: 'InvalidEventError' });
  });
});
