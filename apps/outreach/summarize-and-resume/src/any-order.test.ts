import type { ContactFacts } from '@atlas-engine/domain';
import { aSummaryDraft } from '@atlas-engine/domain/testing';
import * as fc from 'fast-check';
import { arrangeCall, dialledAt, minute, transcript, type ArrangedCall } from './fixtures/arrange-call.ts';
import { transcribeOutput, type Said } from './fixtures/transcribe-output.ts';

const answered = { connectedToSystemAt: dialledAt + 12_000, disconnectedAt: dialledAt + 90_000 };

interface Fate {
  readonly facts: ContactFacts;
  readonly said?: readonly Said[];
  readonly outcome: RegExp;
  /** Whether the customer asks not to be called. */
  readonly wish?: boolean;
}

/** How a call goes, and what must come of it at last. */
const fates: readonly Fate[] = [
  { facts: { disconnectedAt: dialledAt + 9000, disconnectReason: 'TELECOM_BUSY' }, outcome: /^BUSY$/ },
  { facts: { disconnectedAt: dialledAt + 9000 }, outcome: /^FAILED$/ },
  { facts: { ...answered, disconnectReason: 'CUSTOMER_DISCONNECT' }, outcome: /^ANSWERED$/ },
  {
    facts: { ...answered, disconnectReason: 'CUSTOMER_DISCONNECT' },
    said: [[1, 2, 'Yes, please send me an offer.']],
    outcome: /^ANSWERED$/,
  },
  {
    facts: { ...answered, disconnectReason: 'TELECOM_PROBLEM' },
    said: [[1, 2, 'Do not call me again.']],
    wish: true,
    outcome: /^ANSWERED$/,
  },
  { facts: answered, said: [[1, 2, 'Leave a message after the tone.']], outcome: /^(VOICEMAIL|ANSWERED)$/ },
];

const events = ['INITIATED', 'CONNECTED_TO_SYSTEM', 'DISCONNECTED', 'COMPLETED'] as const;
const troubles = ['Connect is away', 'Step Functions is away'] as const;
const deeds = ['written', 'transcribed', 'transcript', 'reconcile', 'wait'] as const;
const happenings = [...events, ...troubles, ...deeds];
type Event = (typeof events)[number];
type Happening = (typeof happenings)[number];

interface World {
  readonly life: ArrangedCall;
  readonly contactId: Awaited<ReturnType<ArrangedCall['ring']>>;
  readonly said: readonly Said[] | undefined;
}

async function transcribed({ life, said }: World): Promise<void> {
  if (said === undefined || (await life.call()).status === 'FINISHED') return;
  await life.transcribe(transcribeOutput(...said));
  life.jobs.set('atlas.request-1.1.1', { status: 'COMPLETED', transcript });
}

const acts: Record<Exclude<Happening, Event>, (world: World) => unknown> = {
  written: ({ life, contactId }) =>
    life.store.recordPlaced({ key: life.key, contactId, at: life.base.clock.now() }),
  transcribed,
  transcript: ({ life }) => (life.objects.size === 0 ? undefined : life.summarize(transcript)),
  reconcile: ({ life }) => life.reconcile(),
  wait: ({ life }) => life.pass(11 * minute),
  'Connect is away': ({ life }) => life.telephony.failNext(new Error('away')),
  'Step Functions is away': ({ life }) => life.workflow.failNext(new Error('away')),
};

const isEvent = (happening: Happening): happening is Event => events.some((event) => event === happening);

/** One delivery. What fails is delivered again by AWS or found by the reconciler; the function itself may just fail. */
async function happen(world: World, happening: Happening): Promise<void> {
  const { life, contactId } = world;
  try {
    await (isEvent(happening) ? life.track({ contactId, eventType: happening }) : acts[happening](world));
  } catch (error) {
    expect(error).toMatchObject({ message: 'away' });
  }
}

/** Runs of the reconciler until nothing is open. */
async function reconcileAll(life: ArrangedCall): Promise<void> {
  const open = () => life.store.listOpenCalls({ before: life.base.clock.now() + minute, limit: 9 });
  for (let runs = 0; runs < 40 && (await open()).length > 0; runs += 1) {
    life.pass(16 * minute);
    await life.reconcile();
  }
  await expect(open()).resolves.toEqual([]);
}

describe('one call under any order, loss and repetition of events', () => {
  it('has one result in the end, and tells its workflow once', async () => {
    const seen = { models: 0, silenced: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fates),
        fc.array(fc.constantFrom(...happenings), { maxLength: 14 }),
        fc.boolean(),
        async ({ facts, said, outcome, wish }, order, modelFails) => {
          const answer = modelFails ? { failure: 'TIMED_OUT' } : aSummaryDraft({ evidence: [] });
          const life = await arrangeCall({ answers: [answer] });
          const contactId = await life.ring();
          life.telephony.know(contactId, facts);
          const world = { life, contactId, said };
          for (const happening of order) await happen(world, happening);
          await transcribed(world);
          await reconcileAll(life);
          // S3 delivers at least once, however late.
          const late = life.objects.size === 0 ? undefined : await life.summarize(transcript);

          const { status, result } = await life.call();
          expect(status).toBe('FINISHED');
          expect(result?.outcome).toMatch(outcome);
          expect(life.workflow.taken).toEqual([{ taskToken: 'token-1', result }]);
          expect(modelFails || life.asked.length <= 1).toBe(true);
          expect(life.telephony.placements).toHaveLength(1);
          expect(life.queued).toEqual([]);
          const silenced = await life.store.doNotCall.has(life.phone);
          expect(silenced).toBe(late !== undefined && wish === true);
          seen.models += life.asked.length;
          seen.silenced += silenced ? 1 : 0;
        },
      ),
      { numRuns: 250 },
    );
    expect(seen.models).toBeGreaterThan(20);
    expect(seen.silenced).toBeGreaterThan(10);
  });
});
