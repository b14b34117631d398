import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { createLogger } from './logger.ts';
import type { LogFields, LogLevel } from './logger.ts';

const written = (fields: LogFields, level: LogLevel = 'info', message = 'done'): string => {
  const lines: string[] = [];
  const clock = { now: () => Date.UTC(2026, 10, 21, 10) };
  createLogger({ function: 'TestHandler', level, sink: (line) => lines.push(line), clock }).log(
    'error',
    message,
    fields,
  );
  return lines.join('\n');
};
const parsed = (...input: Parameters<typeof written>) =>
  JSON.parse(written(...input)) as Record<string, unknown>;

describe('createLogger', () => {
  it('writes one JSON object', () => {
    expect(parsed({ requestId: 'lead-42', attempts: 2 })).toEqual({
      timestamp: '2026-11-21T10:00:00.000Z',
      level: 'error',
      function: 'TestHandler',
      message: 'done',
      requestId: 'lead-42',
      attempts: 2,
    });
  });

  it('leaves out what is below its level', () => {
    const lines: string[] = [];
    const logger = createLogger({ function: 'TestHandler', level: 'warn', sink: (line) => lines.push(line) });
    logger.debug('a');
    logger.info('b');
    logger.warn('c');
    logger.error('d');

    expect(lines.map((line) => (JSON.parse(line) as { message: string }).message)).toEqual(['c', 'd']);
  });

  it('keeps correlation apart in concurrent work', async () => {
    const lines: string[] = [];
    const logger = createLogger({ function: 'TestHandler', sink: (line) => lines.push(line) });
    const work = (requestId: string) =>
      logger.within({ requestId }, async () => {
        await Promise.resolve();
        logger.within({ sequence: 1 }, () => logger.info(`about ${requestId}`));
      });
    await Promise.all([work('a'), work('b')]);
    logger.info('after');

    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({ message: 'about a', requestId: 'a', sequence: 1 }),
      expect.objectContaining({ message: 'about b', requestId: 'b', sequence: 1 }),
      expect.not.objectContaining({ requestId: expect.anything() }),
    ]);
  });

  it('adds what becomes known on the way to the lines that follow, and to nobody else', async () => {
    const lines: string[] = [];
    const logger = createLogger({ function: 'TestHandler', sink: (line) => lines.push(line) });
    const work = (requestId: string) =>
      logger.within({ event: requestId }, async () => {
        logger.info('before');
        await Promise.resolve();
        logger.correlate({ requestId });
        await Promise.resolve();
        logger.info('after');
      });
    await Promise.all([work('a'), work('b')]);
    logger.correlate({ requestId: 'nobody' });
    logger.info('outside');

    const read = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(read.map(({ message, requestId }) => [message, requestId])).toEqual([
      ['before', undefined],
      ['before', undefined],
      ['after', 'a'],
      ['after', 'b'],
      ['outside', undefined],
    ]);
  });

  it('lets no field replace its own', () => {
    expect(parsed({ level: 'debug', timestamp: 'never', function: 'Other' })).toMatchObject({
      level: 'error',
      timestamp: '2026-11-21T10:00:00.000Z',
      function: 'TestHandler',
    });
  });

  it('survives what cannot be written', () => {
    const cyclic: Record<string, unknown> = {
      size: 10n,
      when: new Date(NaN),
      call: () => 1,
      what: Symbol('x'),
    };
    cyclic['self'] = cyclic;
    Object.defineProperty(cyclic, 'broken', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    const proxy = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );

    expect(parsed({ cyclic })['cyclic']).toEqual({
      size: '10',
      when: 'Invalid Date',
      call: '[function]',
      what: '[symbol]',
      self: '[circular]',
      broken: '[unreadable]',
    });
    expect(parsed({ proxy })).toMatchObject({ message: 'done', fields: '[unloggable]' });
    expect(parsed({ deep: JSON.parse('['.repeat(50) + ']'.repeat(50)) as unknown })['deep']).toBeDefined();
    expect(
      Object.keys(
        parsed({ wide: Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`k${i}`, i])) })[
          'wide'
        ] as object,
      ),
    ).toHaveLength(101);
  });
});

describe('the redaction of a line', () => {
  const cause = Object.assign(new Error('lead <ada@example.com> has +12125550100'), {
    code: 'SALESFORCE_VALIDATION',
    details: { requestId: 'lead-42', phone: '+12125550100' },
    $metadata: { httpStatusCode: 400, requestId: 'aws-1' },
    CancellationReasons: [{ Item: { PK: { S: 'PHONE#+12125550100' } } }],
  });

  it('holds against hostile nested input', () => {
    const hostile = {
      request: {
        lead: {
          firstName: 'Grace',
          LAST_NAME: 'Hopper',
          Phone: 12125550100,
          notes: ['call me', { text: 'secret' }],
        },
        list: [[['+1 (212) 555-0100']], new Map([['+12125550100', new Set(['ada@example.com'])]])],
        numbers: [12125550100, 447700900123n],
        buffer: Buffer.from('+12125550100'),
        json: JSON.stringify({ phone: '+12125550100', lead: { firstName: 'Grace' }, taskToken: 'A' }),
        broken: '{"phone":"+12125550100",',
      },
      headers: { Authorization: 'Bearer abc', cookie: 'sid=1' },
      'to +12125550100': true,
      error: new AggregateError([cause], 'all failed for +447700900123', { cause }),
      toJSON: () => ({ leaked: '+12125550100' }),
    };
    const line = written(hostile, 'debug', 'calling +12125550100');

    expect(line).not.toMatch(/212\D{0,3}555|7700900|Grace|Hopper|example\.com|call me|secret|AAAA|sid=/);
    expect(line).toContain('SALESFORCE_VALIDATION');
    expect(line).toContain('"httpStatus":400');
    expect(line).not.toContain('CancellationReasons');
  });

  it('writes an error with name, code, message and details, and its stack at debug only', () => {
    const error = parsed({ error: cause })['error'];

    expect(error).toEqual({
      name: 'Error',
      code: 'SALESFORCE_VALIDATION',
      message: 'lead <[redacted]> has [redacted]',
      details: { requestId: 'lead-42', phone: '[redacted]' },
      httpStatus: 400,
      awsRequestId: 'aws-1',
    });
    expect(parsed({ error: cause }, 'debug')['error']).toHaveProperty('stack');
  });

  it('knows an error of another realm', () => {
    const foreign: unknown = runInNewContext(
      "Object.assign(new TypeError('for +12125550100'), { code: 'ECONNRESET' })",
    );

    expect(parsed({ error: foreign })['error']).toEqual({
      name: 'TypeError',
      code: 'ECONNRESET',
      message: 'for [redacted]',
    });
  });

  const e164 = fc
    .tuple(fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8', '9'), fc.stringMatching(/^\d{6,14}$/))
    .map(([first, rest]) => `+${first}${rest}`);
  const around = fc.tuple(fc.string({ maxLength: 12 }), e164, fc.string({ maxLength: 12 }));

  it('lets no E.164 number survive', () => {
    const shapes = fc.constantFrom(
      (text: string): unknown => text,
      (text: string): unknown => [text],
      (text: string): unknown => ({ [text]: { value: text } }),
      (text: string): unknown => new Map([[text, [text]]]),
      (text: string): unknown => new Error(text, { cause: text }),
      (text: string): unknown => JSON.stringify({ deep: [{ text }] }),
    );
    fc.assert(
      fc.property(around, shapes, fc.string(), ([before, number, after], shape, key) => {
        const line = written(
          { [key]: shape(`${before}${number}${after}`) },
          'debug',
          `${before}${number}${after}`,
        );
        return !line.includes(number);
      }),
      { numRuns: 500 },
    );
  });
});
