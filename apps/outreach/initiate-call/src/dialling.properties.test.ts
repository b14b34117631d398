import { requestIdSchema, type CallRecord, type RequestId } from '@atlas-engine/domain';
import { aRequest } from '@atlas-engine/domain/testing';
import * as fc from 'fast-check';
import { arrangeDialling, Crash, hour, type Around, type Dialling } from './fixtures/arrange-dialling.ts';

const ids = ['request-1', 'request-2'].map((id) => requestIdSchema.parse(id));

/** What befalls one effect: where the function dies, and how long the effect takes. */
interface Fate {
  readonly death: 'before' | 'after' | 'none';
  readonly lasts: number;
}

type Step =
  | {
      readonly kind: 'deliver';
      readonly picks: readonly number[];
      readonly deleted: boolean;
      readonly fates: Fate[];
    }
  | { readonly kind: 'pass'; readonly milliseconds: number }
  | { readonly kind: 'edge'; readonly hour: number; readonly secondsBefore: number }
  | { readonly kind: 'answer'; readonly outcome: keyof typeof answers }
  | { readonly kind: 'workflow'; readonly which: number }
  | { readonly kind: 'giveUp' }
  | { readonly kind: 'doNotCall' };

const answers = {
  THROTTLED: { kind: 'THROTTLED', code: 'LimitExceededException' },
  REJECTED: { kind: 'REJECTED', code: 'InvalidParameterException', reason: 'CALL_REJECTED' },
  UNKNOWN: { kind: 'UNKNOWN', code: 'TimeoutError' },
} as const;

const fate: fc.Arbitrary<Fate> = fc.record({
  death: fc.constantFrom(...Array.from({ length: 80 }, () => 'none' as const), 'before', 'after'),
  lasts: fc.oneof(
    { weight: 9, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 20_000 }) },
  ),
});

const step = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('deliver' as const),
      picks: fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }),
      deleted: fc.boolean(),
      fates: fc.array(fate, { minLength: 20, maxLength: 60 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      milliseconds: fc.integer({ min: 0, max: 20 * hour }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('edge' as const),
      hour: fc.constantFrom(9, 10, 18, 20),
      secondsBefore: fc.integer({ min: -1, max: 20 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      outcome: fc.constantFrom('THROTTLED', 'REJECTED', 'UNKNOWN'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('workflow' as const), which: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('giveUp' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('doNotCall' as const) }) },
);

/** Lambda ends a function after so long; what it had not done by then it never does. */
const functionTimeout = 30_000;

/** Effects take their turn when the scheduler says so, take their time, and may be the last thing a function does. */
function befalling(schedule: fc.Scheduler) {
  const turn = schedule.scheduleFunction(() => Promise.resolve());
  const state = { fates: [] as Fate[], world: undefined as Dialling | undefined, deadline: Infinity };
  const around: Around =
    (name, effect) =>
    async (...input) => {
      const { world } = state;
      if (world === undefined) return await effect(...input);
      const { death, lasts } = state.fates.shift() ?? { death: 'none', lasts: 0 };
      // What is asked of Connect is asked at once: only its answer takes time.
      if (name !== 'place') await turn();
      if (death === 'before' || world.now() > state.deadline) throw new Crash(name);
      const output = await effect(...input);
      if (name === 'place') await turn();
      world.pass(lasts);
      if (death === 'after') throw new Crash(name);
      return output;
    };
  return { around, state };
}

/** Milliseconds to a moment before an hour of New York's clock, which is five hours behind in these weeks. */
const untilEdge = (now: number, step: Extract<Step, { kind: 'edge' }>): number => {
  const localTime = (now - 5 * hour) % (24 * hour);
  const ahead = (step.hour * hour - step.secondsBefore * 1000 - localTime) % (24 * hour);
  return ahead < 0 ? ahead + 24 * hour : ahead;
};

const newYork = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  weekday: 'short',
  hour: 'numeric',
  hourCycle: 'h23',
});

/** The default calling hours, reckoned another way. */
function isCallingTime(at: number): boolean {
  const parts = Object.fromEntries(newYork.formatToParts(at).map(({ type, value }) => [type, value]));
  const [weekday, clock] = [parts['weekday'], Number(parts['hour'])];
  if (weekday === 'Sun') return false;
  return weekday === 'Sat' ? clock >= 10 && clock < 18 : clock >= 9 && clock < 20;
}

/** The workflow asks again: for the same call with a new token, or for the next one when its time has come. */
async function runWorkflow(world: Dialling, requestId: RequestId): Promise<void> {
  const last = (await world.store.listCalls(requestId)).at(-1);
  const next = last?.result?.next;
  if (next?.action === 'FINISH') return;
  if (next !== undefined) world.pass(Math.max(0, Date.parse(next.at) - world.now()));
  const sequence = (last?.sequence ?? 1) + (next === undefined ? 0 : 1);
  const message = await world.open(requestId, sequence);
  world.queued.push({ message, delaySeconds: 0, at: world.now() });
}

async function deliver(
  world: Dialling,
  schedule: fc.Scheduler,
  { picks, deleted }: Extract<Step, { kind: 'deliver' }>,
): Promise<number> {
  const picked = picks.flatMap((pick) => world.queued[pick % world.queued.length] ?? []);
  // Early, late, twice, at the same time: the queue promises nothing.
  const running = Promise.allSettled(picked.map(({ message }) => world.initiate(message)));
  await schedule.waitFor(running);
  const outcomes = await running;
  picked.forEach((entry, index) => {
    const place = world.queued.indexOf(entry);
    if (deleted && outcomes[index]?.status === 'fulfilled' && place >= 0) world.queued.splice(place, 1);
  });
  return outcomes.filter(({ status }) => status === 'rejected').length;
}

const never = ['REFUSED', 'POSTPONED'];

async function expectSafe(world: Dialling): Promise<void> {
  const rang = world.rings.map(({ callId }) => callId);
  expect(new Set(rang).size).toBe(rang.length);
  expect(world.rings.filter(({ at }) => !isCallingTime(at))).toEqual([]);
  // Both requests are about one number: while a call may be under way (for a day), none is placed.
  const times = world.rings.map(({ at }) => at).sort((a, b) => a - b);
  times.slice(1).forEach((at, index) => expect(at - times[index]!).toBeGreaterThan(23 * hour));

  const calls: CallRecord[] = [];
  for (const id of ids) calls.push(...(await world.store.listCalls(id)));
  const undialled = calls.filter(({ result }) => never.includes(result?.outcome ?? ''));
  expect(undialled.map(({ callId }) => callId as string).filter((id) => rang.includes(id))).toEqual([]);
  const attempts = new Set((await world.history()).attempts.map(({ callId }) => callId as string));
  expect(rang.filter((callId) => !attempts.has(callId))).toEqual([]);
}

describe('any deliveries, repeats, delays and deaths', () => {
  it('place at most one call per placement, in the calling hours, and never one that was declined', async () => {
    const seen = { rang: 0, died: 0, declined: 0 };

    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(step, { minLength: 3, maxLength: 14 }),
        async (schedule, steps) => {
          const { around, state } = befalling(schedule);
          const world = await arrangeDialling({
            requests: ids.map((requestId) => aRequest({ requestId })),
            around,
          });
          world.queued.push({ message: world.message, delaySeconds: 0, at: world.now() });
          await runWorkflow(world, ids[1]!);
          let ringsWhenListed = Infinity;

          const act: { [K in Step['kind']]: (step: Extract<Step, { kind: K }>) => Promise<void> | void } = {
            deliver: async (step) => {
              Object.assign(state, {
                world,
                fates: [...step.fates],
                deadline: world.now() + functionTimeout,
              });
              seen.died += await deliver(world, schedule, step);
              state.world = undefined;
            },
            pass: ({ milliseconds }) => world.pass(milliseconds),
            edge: (step) => world.pass(untilEdge(world.now(), step)),
            answer: ({ outcome }) => world.telephony.answerNext(answers[outcome]),
            workflow: ({ which }) => runWorkflow(world, ids[which]!),
            giveUp: async () => {
              const token = await world.store.getToken(world.message);
              if (token !== undefined) world.workflow.giveUp(token.taskToken);
            },
            doNotCall: async () => {
              const added = await world.store.doNotCall.add({
                phone: world.phone,
                source: 'SMS',
                at: world.now(),
              });
              if (added === 'ADDED') ringsWhenListed = world.rings.length;
            },
          };
          for (const next of steps) await (act[next.kind] as (step: Step) => Promise<void>)(next);

          await expectSafe(world);
          expect(world.rings.length).toBeLessThanOrEqual(ringsWhenListed);
          seen.rang += world.rings.length;
          seen.declined += world.workflow.taken.filter(({ result }) => never.includes(result.outcome)).length;
        },
      ),
      { numRuns: 150, endOnFailure: true },
    );

    expect(seen.rang).toBeGreaterThan(15);
    expect(seen.died).toBeGreaterThan(15);
    expect(seen.declined).toBeGreaterThan(15);
  }, 30_000);
});
