import { AtlasError } from '@atlas-engine/domain';
import * as z from 'zod';
import type { Logger } from '../logging/logger.ts';
import { createLogger } from '../logging/logger.ts';
import { createMetrics } from '../metrics/metrics.ts';
import type { HandlerDefinition } from './define-handler.ts';
import { defineHandler } from './define-handler.ts';
import { InvalidEventError } from './invalid-event-error.ts';

class a extends AtlasError {
  override readonly name = 'SalesforceLimitError';
  readonly code = 'SALESFORCE_LIMIT';
}

const schema = z.object({ requestId: z.string(), phone: z.string().max(12) });

const arrange = (definition: Partial<HandlerDefinition<typeof schema, unknown>> = {}) => {
  const lines: Record<string, unknown>[] = [];
  const logger: Logger = createLogger({
    function: 'TestHandler',
    sink: (line) => lines.push(JSON.parse(line) as Record<string, unknown>),
  });
  let now = 1000;
  const clock = { now: () => (now += 25) };
  const handle = async () => 'done';
  return {
    lines,
    logger,
    handler: defineHandler({ name: 'TestHandler', schema, logger, clock, handle, ...definition }),
  };
};

const failureOf = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => new Error('it succeeded'),
    (error: unknown) => error as Error,
  );

describe('defineHandler', () => {
  const event = { requestId: 'lead-42', phone: '+12125550100' };

  it('hands the parsed event to the use case and answers with its output', async () => {
    const { handler } = arrange({ handle: async (input, { correlationId }) => ({ input, correlationId }) });

    expect(await handler({ ...event, more: 1 }, { awsRequestId: 'aws-1' })).toEqual({
      input: event,
      correlationId: 'aws-1',
    });
  });

  it('writes one line per invocation, correlated', async () => {
    const { handler, lines } = arrange();
    await handler(event, { awsRequestId: 'aws-1' });

    expect(lines).toEqual([
      expect.objectContaining({
        level: 'info',
        message: 'handled',
        durationMs: 25,
        correlationId: 'aws-1',
        requestId: 'lead-42',
      }),
    ]);
  });

  it('finds the request inside the event', async () => {
    const { handler, lines } = arrange({ schema: z.looseObject({}) as never });
    await handler({ request: { requestId: 'lead-43' } });

    expect(lines[0]).toMatchObject({ requestId: 'lead-43', correlationId: 'none' });
  });

  it('refuses a malformed event by path, without its values', async () => {
    const { handler, lines } = arrange();
    const failure = await failureOf(handler({ requestId: 7, phone: '+12125550100 or so' }));

    expect(failure.name).toBe('InvalidEventError');
    expect(failure.message).toContain(
      'requestId must be of type string; phone must have at most 12 characters',
    );
    expect(JSON.stringify([lines, failure.message, failure.stack])).not.toContain('2125550100');
  });

  it('rethrows with the name that the workflow compares, whatever minifying made of the class', async () => {
    const error = new a('limit reached for +12125550100', { retryable: true });
    const { handler } = arrange({
      handle: async () => {
        throw error;
      },
    });
    const failure = await failureOf(handler(event));

    expect(failure).toMatchObject({ name: 'SalesforceLimitError', code: 'SALESFORCE_LIMIT' });
    expect(failure.message).toBe('limit reached for [redacted]');
    expect(failure.stack).not.toContain('2125550100');
  });

  it('lets nothing else of a failure out', async () => {
    const error = Object.assign(new Error('cancelled', { cause: { phone: '+12125550100' } }), {
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Item: { PK: { S: 'PHONE#+12125550100' } } }],
    });
    const { handler } = arrange({
      handle: async () => {
        throw error;
      },
    });
    const failure = await failureOf(handler(event));

    expect(failure.name).toBe('TransactionCanceledException');
    expect(failure.cause).toBeUndefined();
    expect(failure).not.toHaveProperty('CancellationReasons');
  });

  it('gives a name to what is thrown and no error', async () => {
    const { handler } = arrange({
      handle: async () => {
        throw '+12125550100' as unknown as Error;
      },
    });
    const failure = await failureOf(handler(event));

    expect(failure.name).toBe('UnknownFailure');
    expect(failure.message).not.toContain('2125550100');
  });

  it.each([
    [{ SALESFORCE_LIMIT: 'warn' } as const, 'warn'],
    [{ SalesforceLimitError: 'info' } as const, 'info'],
    [{ OTHER: 'debug' } as const, 'error'],
  ])('logs a failure at the level of %j', async (errors, level) => {
    const { handler, lines } = arrange({
      errors,
      handle: async () => {
        throw new a('limit reached', { retryable: true });
      },
    });
    await failureOf(handler(event));

    expect(lines).toEqual([expect.objectContaining({ level, message: 'failed', durationMs: 25 })]);
  });

  it('flushes the metrics of a failed invocation too, with those of the failure', async () => {
    const emitted: string[] = [];
    const metrics = createMetrics({ dimensions: {}, sink: (line) => emitted.push(line) });
    const { handler } = arrange({
      metrics,
      onFailure: () => metrics.count('CrmFailure'),
      handle: async () => {
        metrics.count('LeadFound');
        throw new a('limit reached', { retryable: true });
      },
    });
    await failureOf(handler(event));

    expect(emitted.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { LeadFound: 1, CrmFailure: 1 },
    ]);
  });

  it('is an InvalidEventError that cannot be retried', () => {
    expect(new InvalidEventError('TestHandler', []).retryable).toBe(false);
  });

  it('tells how much time is left', async () => {
    const { handler } = arrange({ handle: async (_, { remainingMs }) => remainingMs() });

    expect(await handler(event)).toBe(Infinity);
    expect(await handler(event, { getRemainingTimeInMillis: () => 1500 })).toBe(1500);
  });

  it('answers the smoke test without its contract or its work, and logs it', async () => {
    const handle = jest.fn();
    const { handler, lines } = arrange({ handle });
    const context = { awsRequestId: 'r-1', functionName: 'TestHandler-dev', functionVersion: '7' };
    expect(await handler({ atlas: 'smoke' }, context)).toEqual({
      atlas: 'smoke',
      function: 'TestHandler-dev',
      version: '7',
    });
    expect(await handler({ atlas: 'smoke' })).toEqual({
      atlas: 'smoke',
      function: 'unknown',
      version: 'unknown',
    });
    expect(handle).not.toHaveBeenCalled();
    expect(lines).toMatchObject([
      { message: 'smoke test', correlationId: 'r-1' },
      { message: 'smoke test', correlationId: 'none' },
    ]);
  });

  it.each([[{ atlas: 'smoke', requestId: 'r' }], [{ atlas: 'test' }], ['smoke'], [null], [[]]])(
    'takes %j for an event of its own',
    async (other) => {
      expect(await failureOf(arrange().handler(other))).toMatchObject({ name: 'InvalidEventError' });
    },
  );
});
