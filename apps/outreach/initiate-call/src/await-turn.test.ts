import { callIdOf, fromIso, type Instant } from '@atlas-engine/domain';
import { aRequest } from '@atlas-engine/domain/testing';
import { createInMemoryInteractionStore } from '@atlas-engine/interaction-store/testing';
import * as fc from 'fast-check';
import { createAwaitTurn, sustainableRate, type Pacing } from './await-turn.ts';
import { dialMessageSchema, type DialMessage } from './dial-message.ts';
import { friday as start, hour, minute, pacing } from './fixtures/arrange-dialling.ts';

const { requestId } = aRequest();
const messageOf = (sequence: number): DialMessage => ({
  requestId,
  sequence,
  callId: callIdOf(requestId, sequence),
});

/** A queue that gives its messages back in time, and a record of who was let through. */
function arrange(given: Partial<Pacing> = {}) {
  const store = createInMemoryInteractionStore();
  let now = start;
  let dialled = 0;
  const waiting: { readonly at: Instant; readonly message: DialMessage; readonly delaySeconds: number }[] =
    [];
  const lines: unknown[] = [];
  const turns: { readonly sequence: number; readonly at: Instant }[] = [];
  const awaitTurn = createAwaitTurn({
    store: { reserveDialSlot: store.reserveDialSlot, countDialledCalls: async () => dialled },
    queue: {
      add: async (message: DialMessage, delaySeconds = 0) => {
        waiting.push({ message, delaySeconds, at: now + delaySeconds * 1000 });
      },
    },
    pacing: { ...pacing, ...given },
    clock: { now: () => now },
    backOffSeconds: () => 20,
    onLines: (use) => lines.push(use),
  });
  const receive = async (message: DialMessage) => {
    const call = { ...message, locale: 'en-US' } as const;
    await store.openCall({
      call,
      taskToken: 'token',
      executionArn: 'arn',
      at: start,
      expiresAt: start + 1e9,
    });
    const answer = await awaitTurn(message);
    if (answer === 'NOW') turns.push({ sequence: message.sequence, at: now });
    return answer;
  };
  /** Lets time pass; what is queued is delivered on the second. */
  const pass = async (milliseconds: number): Promise<void> => {
    const end = now + milliseconds;
    for (;;) {
      waiting.sort((a, b) => a.at - b.at);
      if (waiting[0] === undefined || waiting[0].at > end) break;
      const [next] = waiting.splice(0, 1);
      now = Math.max(now, next!.at);
      await receive(next!.message);
    }
    now = end;
  };
  return {
    ...{ waiting, turns, lines, receive, pass },
    busy: (lines: number) => void (dialled = lines),
  };
}

describe('the sustainable rate', () => {
  it.each([
    { given: {}, perSecond: 10 / 60, by: 'the lines' },
    { given: { maxConcurrentCalls: 1000 }, perSecond: 1.8, by: 'the quota of the API' },
  ])('is bounded by $by', ({ given, perSecond }) => {
    expect(sustainableRate({ ...pacing, ...given })).toBeCloseTo(perSecond);
  });
});

describe('awaiting a turn', () => {
  it('lets a burst through and sends the rest back with the moment that is theirs', async () => {
    const { receive, waiting, turns } = arrange({ burst: 2 });
    for (const sequence of [1, 2, 3, 4]) await receive(messageOf(sequence));
    expect(turns.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(waiting).toMatchObject([
      { message: { sequence: 3, turnAt: new Date(start + 6000).toISOString() }, delaySeconds: 6 },
      { message: { sequence: 4, turnAt: new Date(start + 12_000).toISOString() }, delaySeconds: 12 },
    ]);
  });

  it('tells how many lines are used when a turn has come', async () => {
    const { receive, lines } = arrange({ burst: 1, maxConcurrentCalls: 4 });
    for (const sequence of [1, 2]) await receive(messageOf(sequence));
    expect(lines).toEqual([{ used: 0, available: 4 }]);
  });

  it('asks for a turn once: who comes back at it is let through', async () => {
    const { receive, pass, turns } = arrange({ burst: 1 });
    for (const sequence of [1, 2, 3]) await receive(messageOf(sequence));
    await pass(minute);
    expect(turns).toEqual([
      { sequence: 1, at: start },
      { sequence: 2, at: start + 6000 },
      { sequence: 3, at: start + 12_000 },
    ]);
  });

  it('reaches a far turn in hops that SQS and the reconciler allow, and keeps it', async () => {
    const { receive, waiting } = arrange({ burst: 1 });
    const turnAt = new Date(start + 2 * hour).toISOString();
    await receive({ ...messageOf(1), turnAt });
    expect(waiting).toMatchObject([{ message: { turnAt }, delaySeconds: expect.any(Number) }]);
    expect(waiting[0]!.delaySeconds).toBeLessThan(600);
  });

  it('gives a repeated message the turn that its call has, and one that comes after that turn another', async () => {
    const { receive, pass, waiting } = arrange({ burst: 1 });
    await receive(messageOf(1));
    for (let copy = 0; copy < 3; copy += 1) await receive(messageOf(2));
    const turnAt = new Date(start + 6000).toISOString();
    expect(waiting.map(({ message }) => message.turnAt)).toEqual([turnAt, turnAt, turnAt]);
    await receive(messageOf(3));
    expect(waiting.at(-1)?.message.turnAt).toBe(new Date(start + 12_000).toISOString());
    await pass(hour);
    await expect(receive(messageOf(2))).resolves.toBe('NOW');
    await receive({ ...messageOf(4), after: new Date(start).toISOString() });
    expect(waiting).toMatchObject([{ message: { sequence: 4 }, delaySeconds: 6 }]);
  });

  it('lets a turn through that SQS delivers a little early or late', async () => {
    const { receive } = arrange();
    const turnAt = (offset: number) => new Date(start + offset).toISOString();
    await expect(receive({ ...messageOf(1), turnAt: turnAt(900) })).resolves.toBe('NOW');
    await expect(receive({ ...messageOf(2), turnAt: turnAt(-minute) })).resolves.toBe('NOW');
  });

  it('gives new turns to calls that missed theirs, so that they do not come all at once', async () => {
    const { receive, turns, waiting } = arrange({ burst: 2 });
    for (const sequence of [1, 2, 3, 4, 5]) {
      await receive({ ...messageOf(sequence), turnAt: new Date(start - hour).toISOString() });
    }
    expect(turns).toHaveLength(2);
    expect(waiting.map(({ delaySeconds }) => delaySeconds)).toEqual([6, 12, 18]);
  });

  it('sends a call back whose turn has come while all lines are busy, to ask for another turn', async () => {
    const { receive, busy, pass, turns, waiting } = arrange();
    busy(pacing.maxConcurrentCalls);
    await expect(receive(messageOf(1))).resolves.toBe('QUEUED');
    const after = new Date(start + 1000).toISOString();
    expect(waiting).toMatchObject([{ message: { ...messageOf(1), after }, delaySeconds: 20 }]);
    expect(waiting[0]!.message).not.toHaveProperty('turnAt');
    busy(pacing.maxConcurrentCalls - 1);
    await pass(20_000);
    expect(turns).toEqual([{ sequence: 1, at: start + 20_000 }]);
  });

  it('never lets more calls through than burst and rate allow, whenever they come and however often', async () => {
    const arrivals = fc.array(
      fc.record({ after: fc.integer({ min: 0, max: 20_000 }), copies: fc.integer({ min: 1, max: 3 }) }),
      { minLength: 1, maxLength: 30 },
    );
    const given = fc.record({
      burst: fc.integer({ min: 1, max: 5 }),
      callsPerSecond: fc.double({ min: 0.2, max: 2, noNaN: true }),
      maxConcurrentCalls: fc.integer({ min: 1, max: 50 }),
    });
    await fc.assert(
      fc.asyncProperty(arrivals, given, async (calls, some) => {
        const { receive, pass, turns, waiting } = arrange(some);
        let sequence = 0;
        let longest = 0;
        for (const { after, copies } of calls) {
          await pass(after);
          sequence += 1;
          for (let copy = 0; copy < copies; copy += 1) await receive(messageOf(sequence));
          longest = Math.max(longest, ...waiting.map(({ delaySeconds }) => delaySeconds));
        }
        while (waiting.length > 0) await pass(hour);
        const interval = Math.ceil(1000 / sustainableRate({ ...pacing, ...some }));
        // Repeats of a message come at the turn of their call, which is dialled once.
        const first = new Map(turns.map(({ sequence: call, at }) => [call, at] as const).reverse());
        const times = [...first.values()].sort((a, b) => a - b);
        // A turn is taken up to a second early, and delays are whole seconds.
        const tolerance = 2000;
        for (let from = 0; from + some.burst < times.length; from += 1) {
          const span = times[from + some.burst]! - times[from]!;
          expect(span).toBeGreaterThanOrEqual(interval - tolerance);
        }
        const total = times.at(-1)! - times[0]!;
        expect(times.length).toBeLessThanOrEqual(some.burst + (total + tolerance) / interval);
        expect(longest).toBeLessThanOrEqual(900);
        expect(new Set(turns.map((turn) => turn.sequence)).size).toBe(sequence);
      }),
      { numRuns: 200 },
    );
  });

  it('writes turns that its own contract reads', async () => {
    const { receive, waiting } = arrange({ burst: 1 });
    for (const sequence of [1, 2]) await receive(messageOf(sequence));
    const read = dialMessageSchema.parse(JSON.parse(JSON.stringify(waiting[0]!.message)));
    expect(fromIso(read.turnAt ?? '')).toBe(start + 6000);
  });
});
