import type { ItemStorage } from '@atlas-engine/interaction-store/testing';
import * as fc from 'fast-check';
import { endCall } from './end-call.ts';
import { resumeWorkflow } from './resume-workflow.ts';
import { createFakeTelephony } from './testing/fake-telephony.ts';
import type { FakeTelephony } from './testing/fake-telephony.ts';
import type { Lifecycle } from './testing/lifecycle-fixture.ts';
import { arrangeLifecycle, fridayMorning } from './testing/lifecycle-fixture.ts';

/** What different functions do to one placement, in any order, at the same time, repeatedly. */
const deeds = ['invoke', 'repeat', 'dial', 'throttled', 'lost', 'adopt', 'end', 'answer', 'resume'] as const;
type Deed = (typeof deeds)[number];

/** Where a function may die: before or after an effect. */
type Fate = 'live' | 'before' | 'after';

class Crash extends Error {
  override readonly name = 'Crash';
}

/** Effects that take their turn when the scheduler says so, and before or after which the function may die. */
function fated(schedule: fc.Scheduler, fates: Fate[]) {
  const turn = schedule.scheduleFunction(() => Promise.resolve());
  return <Input extends unknown[], Output>(name: string, effect: (...input: Input) => Promise<Output>) =>
    async (...input: Input): Promise<Output> => {
      await turn();
      const fate = fates.shift() ?? 'live';
      if (fate === 'before') throw new Crash(`before ${name}`);
      const output = await effect(...input);
      if (fate === 'after') throw new Crash(`after ${name}`);
      return output;
    };
}

interface World {
  readonly life: Lifecycle;
  readonly telephony: FakeTelephony;
}

async function dial({ life, telephony }: World): Promise<void> {
  const { store, phone, key } = life;
  const call = await store.getCall(key);
  if (call === undefined) return;
  const { version } = await store.readNumber(phone);
  const at = life.deps.clock.now();
  if ((await store.claimDial({ key, phone, at, version })) !== 'CLAIMED') return;
  const outcome = await telephony.place({ callId: call.callId, phone, attributes: {} });
  if (outcome.kind === 'THROTTLED') await store.releaseDial({ key, phone, claimedAt: at, at });
  if (outcome.kind === 'PLACED') await store.recordPlaced({ key, contactId: outcome.contactId, at });
}

const acts: Record<Deed, (world: World, index: number) => Promise<unknown>> = {
  invoke: ({ life }) => life.open(),
  repeat: ({ life }, index) => {
    life.pass(1);
    life.workflow.wait(`token-of-${String(index)}`);
    return life.open(`token-of-${String(index)}`);
  },
  dial,
  throttled: (world) => {
    world.telephony.answerNext({ kind: 'THROTTLED', code: 'LimitExceededException' });
    return dial(world);
  },
  lost: (world) => {
    world.telephony.answerNext({ kind: 'UNKNOWN', code: 'TimeoutError' });
    return dial(world);
  },
  adopt: async ({ life, telephony }) => {
    const [contactId] = telephony.contacts.values();
    if (contactId !== undefined)
      await life.store.recordPlaced({ key: life.key, contactId, at: fridayMorning });
  },
  end: async ({ life }) =>
    endCall(life.deps)({ call: await life.call(), ending: { outcome: 'UNCONFIRMED' } }),
  answer: async ({ life }) =>
    endCall(life.deps)({
      call: await life.call(),
      ending: { outcome: 'ANSWERED', disposition: 'INTERESTED' },
    }),
  resume: ({ life }) => resumeWorkflow(life.deps)(life.key),
};

/** What the reconciler does in the end, when nothing crashes any more. */
async function reconcile(world: World): Promise<void> {
  await acts.invoke(world, 0);
  await acts.end(world, 0);
}

describe('one placement under any interleaving, repetition and crash', () => {
  it('rings at most once and gives its workflow one result', async () => {
    const deedsOf = fc.array(fc.constantFrom(...deeds, 'dial' as const, 'dial' as const), {
      minLength: 1,
      maxLength: 8,
    });
    const fatesOf = fc.array(
      fc.constantFrom<Fate>(...Array.from({ length: 8 }, () => 'live' as const), 'before', 'after'),
      {
        maxLength: 40,
      },
    );
    const seen = { rang: 0, crashed: 0 };

    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        deedsOf,
        fatesOf,
        fc.boolean(),
        async (schedule, order, fates, known) => {
          let crashing = true;
          const act = fated(schedule, fates);
          const scheduled = <Input extends unknown[], Output>(
            name: string,
            effect: (...i: Input) => Promise<Output>,
          ) => {
            const wild = act(name, effect);
            return (...input: Input) => (crashing ? wild(...input) : effect(...input));
          };
          const life = arrangeLifecycle((storage): ItemStorage => ({
            ...storage,
            read: scheduled('read', storage.read),
            readPartition: scheduled('readPartition', storage.readPartition),
            write: scheduled('write', storage.write),
          }));
          const line = createFakeTelephony();
          const telephony = { ...line, place: scheduled('place', line.place) };
          const workflow = { ...life.workflow, succeed: scheduled('succeed', life.workflow.succeed) };
          const world = { life: { ...life, deps: { ...life.deps, workflow } }, telephony };

          crashing = false;
          await life.receive();
          if (known) await life.open();
          crashing = true;
          const outcomes = Promise.allSettled(order.map((deed, index) => acts[deed](world, index)));
          await schedule.waitFor(outcomes);
          crashing = false;
          await reconcile(world);

          const rings = line.answers.filter(({ kind }) => kind !== 'THROTTLED').length;
          const { result } = await life.call();
          seen.rang += rings;
          seen.crashed += (await outcomes).filter(({ status }) => status === 'rejected').length;
          expect(rings).toBeLessThanOrEqual(1);
          expect(line.contacts.size).toBeLessThanOrEqual(1);
          expect(life.workflow.taken.length).toBeGreaterThan(0);
          expect(life.workflow.taken.map((taken) => taken.result)).toEqual(
            life.workflow.taken.map(() => result),
          );
          expect(await life.store.getToken(life.key)).toMatchObject({
            status: expect.stringMatching(/CONSUMED|EXPIRED/),
          });
          expect(await life.store.listOpenCalls({ before: fridayMorning + 1e9, limit: 9 })).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );

    expect(seen.rang).toBeGreaterThan(20);
    expect(seen.crashed).toBeGreaterThan(20);
  });
});
