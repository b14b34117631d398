import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createManualClock, createSqliteStore } from '@atlas-engine/simulation';
import fc from 'fast-check';
import type { StoreImage } from '../testing/crash-store.ts';
import { createCrashStore } from '../testing/crash-store.ts';
import type { Harness } from '../testing/harness.ts';
import { arnOf, createHarness, invoke, invokeAndWait, machineOf, runner } from '../testing/harness.ts';
import type { TaskContext } from './runner.ts';
import { TaskFailure } from './runner.ts';

const token = '{% $states.context.Task.Token %}';
const workflow = machineOf({
  Prepare: {
    Type: 'Task',
    Resource: invoke,
    Arguments: 'prepare',
    Retry: [{ ErrorEquals: ['Flaky'], IntervalSeconds: 3, MaxAttempts: 4, JitterStrategy: 'FULL' }],
    Assign: { prepared: '{% $states.result %}' },
    Next: 'Call',
  },
  Call: {
    Type: 'Task',
    Resource: invokeAndWait,
    Arguments: { token, after: 40 },
    HeartbeatSeconds: 30,
    TimeoutSeconds: 100,
    Retry: [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 1 }],
    Catch: [{ ErrorEquals: ['States.HeartbeatTimeout'], Output: 'silent', Next: 'Pause' }],
    Next: 'Pause',
  },
  Pause: { Type: 'Wait', Seconds: 3600, Next: 'Both' },
  Both: {
    Type: 'Parallel',
    Branches: [
      {
        StartAt: 'Each',
        States: {
          Each: {
            Type: 'Map',
            Items: '{% [1..5] %}',
            MaxConcurrency: 2,
            ItemProcessor: {
              StartAt: 'Work',
              States: {
                Work: { Type: 'Task', Resource: invoke, Next: 'Rest' },
                Rest: { Type: 'Wait', Seconds: '{% $states.context.Map.Item.Value %}', End: true },
              },
            },
            End: true,
          },
        },
      },
      {
        StartAt: 'Ask',
        States: { Ask: { Type: 'Task', Resource: invokeAndWait, Arguments: { token, after: 4 }, End: true } },
      },
    ],
    Output: { all: '{% $states.result %}', before: '{% $states.input %}', prepared: '{% $prepared %}' },
    End: true,
  },
});

/** The world outside the engine, which outlives it: whoever got a token answers it `after` seconds. */
const createWorld = () => {
  const promises = new Map<string, number>();
  let harness: Harness | undefined;

  const keep = (by: Harness, given: string, at: number): void => {
    by.clock.schedule(at, async () => {
      if (by !== harness || !promises.has(given)) return;
      if ((await by.engine.answerToken(given, { ok: true, output: '"answered"' })) === 'taken')
        by.store.flush();
    });
  };

  return {
    runners: {
      [invoke]: runner((args: unknown, { attempt }: TaskContext) => {
        if (args === 'prepare' && attempt < 4) throw new TaskFailure({ error: 'Flaky' });
        return { did: args };
      }),
      [invokeAndWait]: runner(({ token: given, after }: { token: string; after: number }) => {
        if (!harness || promises.has(given)) return;
        promises.set(given, harness.clock.now() + after * 1000);
        keep(harness, given, promises.get(given) ?? 0);
      }),
    },
    attach: (to: Harness): void => {
      harness = to;
      for (const [given, at] of promises) keep(to, given, at);
    },
    detach: (): void => {
      harness = undefined;
    },
  };
};

interface Result {
  readonly status: string;
  readonly output: string | undefined;
  readonly stopDate: number | undefined;
  readonly types: readonly string[];
  readonly kills: number;
  /** Of the last engine's life. */
  readonly flushes: number;
}

/** Runs the workflow, killing the engine at its n-th flush for each of `kills` in turn. */
const runWithKills = async (kills: readonly number[]): Promise<Result> => {
  const world = createWorld();
  let image: StoreImage | undefined;
  let now: number | undefined;
  for (let life = 0; ; life += 1) {
    const clock = createManualClock(now);
    const store = createCrashStore(image, (count) => {
      if (count !== kills[life]) return;
      harness.engine.dispose();
      world.detach();
    });
    const harness = createHarness(world.runners, { clock, store });
    world.attach(harness);
    if (image === undefined) harness.start(workflow);
    await clock.runUntilIdle();
    const { status, output, stopDate } = harness.execution();
    if (store.flushes < (kills[life] ?? Infinity)) {
      const types = harness.history().map(({ type }) => type);
      return { status, output, stopDate, types: types.toSorted(), kills: life, flushes: store.flushes };
    }
    image = store.image();
    // The old clock ran on to its last timer; the world's time stood where the engine was killed.
    now = killedAt(image) ?? now;
  }
};

const killedAt = (image: StoreImage): number | undefined => {
  const times = (image.get('states/history') ?? []).map(([, text]) => JSON.parse(text).timestamp as number);
  return times.length > 0 ? Math.max(...times) : undefined;
};

describe('an engine on the store of one that was killed', () => {
  it('brings an execution to the same end, wherever that was', async () => {
    const { flushes: total, kills: none, ...expected } = await runWithKills([]);
    expect(none).toBe(0);
    expect(total).toBeGreaterThan(15);
    expect(expected).toMatchObject({ status: 'SUCCEEDED' });
    expect(JSON.parse(expected.output ?? '')).toEqual({
      all: [[1, 2, 3, 4, 5].map((n) => ({ did: n })), 'answered'],
      before: 'silent',
      prepared: { did: 'prepare' },
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: total }), { minLength: 1, maxLength: 6 }),
        async (kills) => {
          const result = await runWithKills(kills);
          expect(result.kills).toBeGreaterThan(0);
          expect(result).toMatchObject(expected);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('waits until the original moment and keeps tokens, heartbeats and time-outs', async () => {
    const waiting = {
      Type: 'Task',
      Resource: invokeAndWait,
      Arguments: token,
      TimeoutSeconds: 100,
      HeartbeatSeconds: 60,
    };
    const definition = machineOf({
      P: {
        Type: 'Parallel',
        Branches: [
          { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 50, End: true } } },
          { StartAt: 'T', States: { T: { ...waiting, End: true } } },
        ],
        End: true,
      },
    });
    const tokens: string[] = [];
    const runners = { [invokeAndWait]: runner((given: string) => void tokens.push(given)) };
    const first = createHarness(runners, { store: createCrashStore() });
    first.start(definition);
    await first.clock.advanceBy(40_000);
    expect(await first.engine.heartbeat(tokens[0]!)).toBe('taken');
    first.engine.dispose();

    const second = createHarness(runners, {
      store: first.store,
      clock: createManualClock(first.clock.now()),
    });
    await second.clock.advanceBy(9999);
    expect(second.events().some((event) => event.endsWith('WaitStateExited'))).toBe(false);
    await second.clock.advanceBy(1);
    expect(second.events().some((event) => event.endsWith('WaitStateExited'))).toBe(true);
    expect(await second.engine.heartbeat(tokens[0]!)).toBe('taken');
    await second.clock.advanceBy(49_999);
    expect(second.execution().status).toBe('RUNNING');
    await second.clock.advanceBy(1);
    expect(second.execution()).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(second.execution().stopDate).toBe(second.execution().startDate + 100_000);
    expect(tokens).toHaveLength(1);
  });

  it('ends executions whose time ran out while no engine ran', async () => {
    const first = createHarness({}, { store: createCrashStore() });
    first.start(machineOf({ W: { Type: 'Wait', Seconds: 5, End: true } }), {}, 'waits');
    first.start(
      machineOf({ W: { Type: 'Wait', Seconds: 99, End: true } }, { TimeoutSeconds: 7 }),
      {},
      'limited',
    );
    await first.clock.advanceBy(1000);
    first.engine.dispose();
    const second = createHarness(
      {},
      { store: first.store, clock: createManualClock(first.clock.now() + 60_000) },
    );
    await second.clock.runUntilIdle();
    expect(second.execution('waits').status).toBe('SUCCEEDED');
    expect(second.execution('limited').status).toBe('TIMED_OUT');
  });

  it('finds everything in a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'states-language-'));
    try {
      const tokens: string[] = [];
      const runners = { [invokeAndWait]: runner((given: string) => void tokens.push(given)) };
      const definition = machineOf({
        T: { Type: 'Task', Resource: invokeAndWait, Arguments: token, End: true },
      });
      const store = createSqliteStore(join(folder, 'state.db'));
      const first = createHarness(runners, { store });
      first.start(definition);
      await first.clock.idle();
      first.engine.dispose();
      store.close();

      const reopened = createSqliteStore(join(folder, 'state.db'));
      const second = createHarness(runners, { store: reopened, clock: first.clock });
      expect(await second.engine.answerToken(tokens[0]!, { ok: true, output: '"yes"' })).toBe('taken');
      await second.clock.runUntilIdle();
      expect(second.execution().output).toBe('"yes"');
      expect(second.engine.tables.executions.has(arnOf())).toBe(true);
      reopened.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
