import { createMemoryStore, createSqliteStore, noFaults } from '@atlas-engine/simulation';
import type { FaultPlan, ManualClock, StateStore } from '@atlas-engine/simulation';
import { join } from 'node:path';
import { createInvoker } from '../invoke.ts';
import { failed, fakeFunctions, succeeded } from '../testing/fake-functions.ts';
import type { Behaviour } from '../testing/fake-functions.ts';
import { scriptedFaults, turns } from '../testing/test-lambda.ts';
import { createAsyncQueue } from './async-queue.ts';
import type { Deliver } from './give-up.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const queueArn = 'arn:aws:sqs:us-east-1:123456789012:failed';
const minute = 60_000;

const queueWith = (
  behaviour: Behaviour,
  options: { store?: StateStore; clock?: ManualClock; faults?: FaultPlan; deliver?: Deliver } = {},
) => {
  const store = options.store ?? createMemoryStore();
  const { functions, clock, jobs, register } = fakeFunctions(store, behaviour, options.clock);
  const faults = options.faults ?? noFaults;
  const delivered: Parameters<Deliver>[] = [];
  const log: string[] = [];
  const queue = createAsyncQueue({
    clock,
    store,
    faults,
    functions,
    invoke: createInvoker({ clock, faults }),
    maxProcesses: 2,
    deliver: options.deliver ?? (async (...message) => void delivered.push(message)),
    log: (_name, _requestId, line) => log.push(line),
  });
  const start = clock.now();
  return {
    queue,
    functions,
    clock,
    jobs,
    register,
    delivered,
    log,
    accept: (requestId = 'r-1') => queue.accept(functions.find('echo'), { requestId, payload: '{"lead":1}' }),
    acceptFor: (name: string) => queue.accept(functions.find(name), { requestId: 'r-1', payload: '{}' }),
    times: () => jobs.map(({ at }) => at - start),
  };
};

describe('an event', () => {
  it('is given to the function once when that succeeds', async () => {
    const { queue, clock, jobs, register, accept } = queueWith(() => succeeded);
    register();
    accept();
    expect(queue.size).toBe(1);
    await clock.runUntilIdle();
    expect(jobs).toMatchObject([{ requestId: 'r-1', payload: '{"lead":1}' }]);
    expect(queue.size).toBe(0);
  });

  it('is tried again one minute and two minutes after an error, then given up', async () => {
    const { queue, clock, register, accept, times, delivered } = queueWith(() => failed);
    register();
    accept();
    await clock.runUntilIdle();
    expect(times()).toEqual([0, minute, 3 * minute]);
    expect(queue.size).toBe(0);
    expect(delivered).toEqual([]);
  });

  it('is tried as often as the function asks for', async () => {
    const { clock, register, accept, times } = queueWith(() => failed);
    register({ asyncConfig: { maximumRetryAttempts: 0 } });
    accept();
    await clock.runUntilIdle();
    expect(times()).toEqual([0]);
  });

  it('goes with a record to the destination and as it is to the dead-letter queue when it is given up', async () => {
    const { clock, register, accept, delivered } = queueWith(() => failed);
    register({
      asyncConfig: { onFailureArn: `${queueArn}-records`, deadLetterArn: queueArn, maximumRetryAttempts: 1 },
    });
    accept();
    await clock.runUntilIdle();
    const [record, letter] = delivered;
    expect(record?.[0]).toBe(`${queueArn}-records`);
    expect(JSON.parse(record?.[1] ?? '')).toEqual({
      version: '1.0',
      timestamp: '2026-01-01T00:01:00.000Z',
      requestContext: {
        requestId: 'r-1',
        functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:echo:$LATEST',
        condition: 'RetriesExhausted',
        approximateInvokeCount: 2,
      },
      requestPayload: { lead: 1 },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      responsePayload: { errorType: 'Error', errorMessage: 'it broke', trace: [] },
    });
    expect(letter).toEqual([
      queueArn,
      '{"lead":1}',
      {
        roleArn: 'arn:aws:iam::123456789012:role/test',
        functionName: 'echo',
        attributes: { RequestID: 'r-1', ErrorCode: '200', ErrorMessage: 'it broke' },
      },
    ]);
  });

  it('that can not be delivered is dropped, and the log says so', async () => {
    const deliver = () =>
      Promise.reject(Object.assign(new Error('secret text'), { name: 'QueueDoesNotExist' }));
    const { queue, clock, register, accept, log } = queueWith(() => failed, { deliver });
    register({ asyncConfig: { deadLetterArn: queueArn, maximumRetryAttempts: 0 } });
    accept();
    await clock.runUntilIdle();
    expect(queue.size).toBe(0);
    expect(log).toEqual([`ERROR the failed event could not be delivered to ${queueArn}: QueueDoesNotExist`]);
  });

  it('stays queued while the service refuses to run it, and tries ever less often', async () => {
    const faults = scriptedFaults(['throttle', 'server-error', 'throttle']);
    const { clock, register, accept, times, log } = queueWith(() => succeeded, { faults });
    register();
    accept();
    await clock.runUntilIdle();
    expect(times()).toEqual([1000 + 2000 + 4000]);
    expect(log[0]).toBe('WARN the event could not be run and stays queued: TooManyRequestsException');
  });

  it('is run again when the answer was lost after the effect', async () => {
    const { clock, register, accept, times } = queueWith(() => succeeded, {
      faults: scriptedFaults(['lost-answer']),
    });
    register();
    accept();
    await clock.runUntilIdle();
    expect(times()).toEqual([0, 1000]);
  });

  it('is given up when it grows too old', async () => {
    const { clock, register, accept, jobs, delivered } = queueWith(() => failed);
    register({ asyncConfig: { maximumEventAgeSeconds: 60, onFailureArn: queueArn } });
    accept();
    await clock.runUntilIdle();
    expect(jobs).toHaveLength(2);
    expect(JSON.parse(delivered[0]?.[1] ?? '')).toMatchObject({
      requestContext: { condition: 'EventAgeExceeded', approximateInvokeCount: 2 },
    });
  });

  it('is given up at once when the function may not run at all', async () => {
    const { clock, register, accept, jobs, delivered } = queueWith(() => succeeded);
    register({ reservedConcurrency: 0, asyncConfig: { deadLetterArn: queueArn } });
    accept();
    await clock.runUntilIdle();
    expect(jobs).toEqual([]);
    expect(delivered[0]?.[2].attributes).toMatchObject({ ErrorCode: '429' });
  });

  it('may be delivered twice and late, under one request id', async () => {
    const faults = { ...noFaults, deliveries: () => 2, delay: () => 5000 };
    const { clock, register, accept, jobs, times } = queueWith(() => succeeded, { faults });
    register();
    accept();
    await clock.runUntilIdle();
    expect(times()).toEqual([5000, 5000]);
    expect(jobs.map(({ requestId }) => requestId)).toEqual(['r-1', 'r-1']);
  });
});

describe('a request id that is used again', () => {
  it('makes another event', async () => {
    const { clock, jobs, register, accept } = queueWith(() => succeeded);
    register();
    accept();
    accept();
    await clock.runUntilIdle();
    expect(jobs).toHaveLength(2);
  });
});

describe('an event that is being run', () => {
  it('is not taken up again when its function is registered anew', async () => {
    const end = Promise.withResolvers<typeof succeeded>();
    const { queue, clock, jobs, register, accept } = queueWith(() => end.promise);
    register();
    accept();
    await turns();
    register();
    queue.resume('echo');
    await turns();
    end.resolve(succeeded);
    await clock.runUntilIdle();
    expect([jobs.length, queue.size]).toEqual([1, 0]);
  });
});

describe('many events', () => {
  it('are run no more at a time than the function has processes for', async () => {
    const ends: ((outcome: typeof succeeded) => void)[] = [];
    const { queue, jobs, register, accept } = queueWith(() => new Promise((resolve) => ends.push(resolve)));
    register();
    for (const requestId of ['r-1', 'r-2', 'r-3', 'r-4', 'r-5']) accept(requestId);
    await turns();
    expect(jobs).toHaveLength(2);
    while (ends.length > 0) {
      ends.shift()?.(succeeded);
      await turns();
    }
    expect(jobs.map(({ requestId }) => requestId)).toEqual(['r-1', 'r-2', 'r-3', 'r-4', 'r-5']);
    expect(queue.size).toBe(0);
  });
});

describe('an event whose alias is gone', () => {
  it('is dropped, and the log says so', async () => {
    const { queue, clock, register, jobs, log, acceptFor, functions } = queueWith(() => succeeded);
    register();
    functions.aliases.put('echo', { name: 'live', version: '$LATEST' }, () => true);
    acceptFor('echo:live');
    functions.aliases.remove('echo', 'live');
    await clock.runUntilIdle();
    expect([jobs, queue.size]).toEqual([[], 0]);
    expect(log).toEqual(['ERROR the event is dropped: its function or qualifier is gone']);
  });
});

describe('events of a process that was killed', () => {
  const file = (): string => join(temporaryFolder(), 'state.db');

  it('are run by the next one once their function is registered', async () => {
    const path = file();
    const before = createSqliteStore(path);
    const first = queueWith(() => new Promise(() => undefined), { store: before });
    first.register();
    first.accept();
    before.flush();
    await turns();
    expect(first.jobs).toHaveLength(1);

    const second = queueWith(() => succeeded, { store: createSqliteStore(path) });
    await second.clock.runUntilIdle();
    expect(second.jobs).toEqual([]);
    second.register();
    second.queue.resume('echo');
    second.queue.resume('echo');
    await second.clock.runUntilIdle();
    expect(second.jobs).toMatchObject([{ requestId: 'r-1', payload: '{"lead":1}' }]);
    expect(second.queue.size).toBe(0);
  });

  it('keep their attempts and the time of the next', async () => {
    const store = createMemoryStore();
    const first = queueWith(() => failed, { store });
    first.register();
    first.accept();
    await first.clock.advanceBy(minute);
    first.queue.close();
    expect(first.jobs).toHaveLength(2);

    const second = queueWith(() => failed, { store, clock: first.clock });
    second.register();
    second.queue.resume('echo');
    await second.clock.runUntilIdle();
    expect(second.times()).toEqual([2 * minute]);
    expect(second.queue.size).toBe(0);
  });

  it('are untouched by what ends when the queue is closed', async () => {
    const end = Promise.withResolvers<typeof failed>();
    const { queue, clock, register, accept } = queueWith(() => end.promise);
    register({ asyncConfig: { maximumRetryAttempts: 0 } });
    accept();
    await turns();
    queue.close();
    end.resolve(failed);
    await clock.runUntilIdle();
    expect(queue.size).toBe(1);
  });
});
