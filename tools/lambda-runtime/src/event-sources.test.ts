import type { FaultPlan } from '@atlas-engine/simulation';
import { createMemoryStore, noFaults } from '@atlas-engine/simulation';
import { createEventSources } from './event-sources.ts';
import type { EventSourceSpec } from './index.ts';
import { createInvoker } from './invoke.ts';
import type { Outcome } from './process/ending.ts';
import { failed, fakeFunctions, succeeded } from './testing/fake-functions.ts';
import type { Behaviour } from './testing/fake-functions.ts';
import { fakeQueue, messageOf, queueArn } from './testing/fake-queue.ts';
import { scriptedFaults, testLambda, turns } from './testing/test-lambda.ts';

const mappingWith = (
  behaviour: Behaviour,
  {
    spec = {},
    faults = noFaults,
    queue = fakeQueue(),
    maxProcesses = 5,
  }: {
    spec?: Partial<EventSourceSpec>;
    faults?: FaultPlan;
    queue?: ReturnType<typeof fakeQueue>;
    maxProcesses?: number;
  } = {},
) => {
  const { functions, clock, jobs, register } = fakeFunctions(createMemoryStore(), behaviour);
  register();
  const log: string[] = [];
  const sources = createEventSources({
    clock,
    functions,
    queues: queue.port,
    maxProcesses,
    invoke: createInvoker({ clock, faults }),
    log: (_name, _requestId, line) => log.push(line),
  });
  const add = () => sources.add({ functionName: 'echo', queueArn, ...spec });
  add();
  const batches = (): string[][] =>
    jobs.map(({ payload }) => {
      const { Records } = JSON.parse(payload) as { Records: { messageId: string }[] };
      return Records.map(({ messageId }) => messageId);
    });
  return { sources, add, clock, jobs, queue, log, batches, register };
};

const messages = (count: number) => Array.from({ length: count }, (_, index) => messageOf(index + 1));
const reporting = { reportBatchItemFailures: true };
const answering = (value: unknown): Outcome => ({ payload: JSON.stringify(value) });

describe('an event source mapping', () => {
  it('gives messages to the function in the shape of SQS, and deletes them', async () => {
    const { clock, jobs, queue } = mappingWith(() => succeeded);
    const attribute = { dataType: 'String', stringValue: 'x' };
    queue.send({
      ...messageOf(1, '{"k":1}'),
      messageAttributes: { kind: attribute },
      md5OfMessageAttributes: 'ff',
    });
    await clock.idle();
    expect(JSON.parse(jobs[0]?.payload ?? '')).toEqual({
      Records: [
        {
          messageId: 'm-1',
          receiptHandle: 'h-1',
          body: '{"k":1}',
          attributes: { ApproximateReceiveCount: '1', SentTimestamp: '1790000000000' },
          messageAttributes: { kind: { ...attribute, stringListValues: [], binaryListValues: [] } },
          md5OfBody: '00000000000000000000000000000000',
          md5OfMessageAttributes: 'ff',
          eventSource: 'aws:sqs',
          eventSourceARN: queueArn,
          awsRegion: 'us-east-1',
        },
      ],
    });
    expect([queue.visible(), queue.inFlight()]).toEqual([[], []]);
  });

  it('makes batches of at most the given size, of what is there', async () => {
    const { clock, batches, queue } = mappingWith(() => succeeded, { spec: { batchSize: 2 } });
    queue.send(...messages(5));
    await clock.idle();
    expect(batches()).toEqual([['m-1', 'm-2'], ['m-3', 'm-4'], ['m-5']]);
  });

  it('finds what was in the queue before it', async () => {
    const queue = fakeQueue();
    queue.send(messageOf(1));
    const { clock, batches } = mappingWith(() => succeeded, { queue });
    await clock.idle();
    expect(batches()).toEqual([['m-1']]);
  });

  it('gathers a batch for as long as its window, or until it is full', async () => {
    const spec = { batchSize: 25, maximumBatchingWindowSeconds: 5 };
    const { clock, batches, queue } = mappingWith(() => succeeded, { spec });
    queue.send(messageOf(1));
    await clock.advanceBy(4_000);
    queue.send(messageOf(2));
    await clock.idle();
    expect(batches()).toEqual([]);
    await clock.advanceBy(1_000);
    expect(batches()).toEqual([['m-1', 'm-2']]);
    queue.send(...messages(30));
    await clock.idle();
    expect(batches().map(({ length }) => length)).toEqual([2, 25]);
    await clock.advanceBy(5_000);
    expect(batches().map(({ length }) => length)).toEqual([2, 25, 5]);
    expect(queue.receives.every((max) => max <= 10)).toBe(true);
  });

  it('splits a batch before it is too large for one invocation', async () => {
    const spec = { batchSize: 100, maximumBatchingWindowSeconds: 1 };
    const { clock, batches, jobs, queue } = mappingWith(() => succeeded, { spec });
    queue.send(...messages(8).map((message) => ({ ...message, body: 'x'.repeat(1_000_000) })));
    await clock.advanceBy(1_000);
    expect(batches().map(({ length }) => length)).toEqual([6, 2]);
    expect(Buffer.byteLength(jobs[0]?.payload ?? '')).toBeLessThanOrEqual(6_291_456);
  });

  it('leaves the messages of a failed invocation to their visibility timeout', async () => {
    const outcomes = [failed, succeeded];
    const { clock, batches, queue } = mappingWith(() => outcomes.shift() ?? succeeded);
    queue.send(messageOf(1));
    await clock.idle();
    expect(queue.inFlight()).toEqual(['m-1']);
    queue.showAgain();
    await clock.idle();
    expect(batches()).toEqual([['m-1'], ['m-1']]);
    expect(queue.inFlight()).toEqual([]);
  });

  it.each(['throttle', 'server-error', 'lost-answer'] as const)(
    'leaves them after a %s too',
    async (kind) => {
      const { clock, queue, log } = mappingWith(() => succeeded, { faults: scriptedFaults([kind]) });
      queue.send(messageOf(1));
      await clock.idle();
      expect(queue.inFlight()).toEqual(['m-1']);
      expect(log[0]).toMatch(/^WARN the batch comes back after its visibility timeout: \w+Exception$/);
    },
  );

  it('deletes what did not fail when failures are reported', async () => {
    const answer = answering({ batchItemFailures: [{ itemIdentifier: 'm-2' }] });
    const { clock, queue } = mappingWith(() => answer, { spec: reporting });
    queue.send(...messages(3));
    await clock.idle();
    expect(queue.inFlight()).toEqual(['m-2']);
  });

  it('keeps all when the report is not understood, and none when reports are not asked for', async () => {
    const answer = answering({ batchItemFailures: [{ itemIdentifier: 'unknown' }] });
    const asked = mappingWith(() => answer, { spec: reporting });
    const notAsked = mappingWith(() => answer);
    for (const { queue, clock } of [asked, notAsked]) {
      queue.send(...messages(2));
      await clock.idle();
    }
    expect([asked.queue.inFlight(), notAsked.queue.inFlight()]).toEqual([['m-1', 'm-2'], []]);
  });

  it.each([
    [{ spec: { batchSize: 1, maximumConcurrency: 2 } }, 2],
    [{ spec: { batchSize: 1 }, maxProcesses: 3 }, 3],
    [{ spec: { batchSize: 1 }, maxProcesses: 50 }, 5],
  ])('with %j takes no more than %d batches at a time', async (options, limit) => {
    const waiting: ((outcome: Outcome) => void)[] = [];
    const { clock, jobs, queue } = mappingWith(
      () => new Promise((resolve) => waiting.push(resolve)),
      options,
    );
    queue.send(...messages(7));
    await turns();
    expect([jobs.length, queue.inFlight().length]).toEqual([limit, limit]);
    waiting.shift()?.(succeeded);
    await turns();
    expect(jobs).toHaveLength(limit + 1);
    while (jobs.length < 7) {
      waiting.shift()?.(succeeded);
      await turns();
    }
    for (const resolve of waiting) resolve(succeeded);
    await clock.idle();
    expect([queue.visible(), queue.inFlight()]).toEqual([[], []]);
  });

  it('tells when the queue can not be read, and goes on with the next message', async () => {
    const error = Object.assign(new Error('gone'), { name: 'QueueDoesNotExist' });
    const answers = [
      () => Promise.reject(error),
      () => Promise.resolve([messageOf(1)]),
      () => Promise.resolve([]),
    ];
    const queue = fakeQueue({ receive: () => answers.shift()?.() ?? [] });
    const { clock, jobs, log } = mappingWith(() => succeeded, { queue });
    await clock.idle();
    expect(log).toEqual([`ERROR ${queueArn} could not be read: QueueDoesNotExist`]);
    queue.send(messageOf(2));
    await clock.idle();
    expect(jobs).toHaveLength(1);
  });

  it('ends when it is closed, replaced or disabled', async () => {
    const { sources, add, queue, clock, jobs } = mappingWith(() => succeeded);
    add();
    expect(queue.listeners.size).toBe(1);
    expect(sources.all()).toHaveLength(1);
    sources.add({ functionName: 'echo', queueArn, enabled: false });
    queue.send(messageOf(1));
    await clock.idle();
    expect([queue.listeners.size, jobs.length]).toEqual([0, 0]);
    add();
    sources.close();
    expect(queue.listeners.size).toBe(0);
  });

  it.each([
    [{ batchSize: 0 }, 'event source batchSize: '],
    [{ batchSize: 11 }, 'maximumBatchingWindowSeconds: must be at least 1 when batchSize is above 10'],
    [{ maximumConcurrency: 1 }, 'event source maximumConcurrency: '],
    [
      { queueArn: `${queueArn}.fifo`, batchSize: 11, maximumBatchingWindowSeconds: 1 },
      'must be at most 10 for a FIFO',
    ],
    [{ queueArn: `${queueArn}.fifo`, maximumBatchingWindowSeconds: 1 }, 'must be 0 for a FIFO queue'],
    [
      { queueArn: 'arn:aws:kinesis:us-east-1:123456789012:stream/s' },
      'other event sources are not supported',
    ],
    [{ filterPatterns: ['{}'] }, 'filter patterns are not supported by the local double'],
    [{ functionName: 'absent' }, 'Function not found'],
  ])('is refused with %j', (spec, message) => {
    const { sources } = mappingWith(() => succeeded);
    expect(() => sources.add({ functionName: 'echo', queueArn, ...spec } as EventSourceSpec)).toThrow(
      message,
    );
  });

  it('is refused when messages grow visible while the function may still run', () => {
    const queue = fakeQueue({ visibilityTimeout: () => 5 });
    expect(() => mappingWith(() => succeeded, { queue })).toThrow(
      'Queue visibility timeout: 5 seconds is less than Function timeout: 10 seconds',
    );
  });

  it('needs a host that has queues', () => {
    const { lambda, given } = testLambda();
    given('echo');
    expect(() => lambda.addEventSource({ functionName: 'echo', queueArn })).toThrow('gives no queues');
  });

  it('runs real handlers', async () => {
    const queue = fakeQueue();
    const { lambda, given, clock } = testLambda({ queues: queue.port });
    given('batch');
    lambda.addEventSource({ functionName: 'batch', queueArn, ...reporting });
    queue.send(messageOf(1), messageOf(2, 'fail'), messageOf(3));
    await clock.idle();
    expect(queue.inFlight()).toEqual(['m-2']);
  });
});
