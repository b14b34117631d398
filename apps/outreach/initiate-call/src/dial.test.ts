import {
  callIdOf,
  defaultCallingPolicy,
  parseCallingPolicy,
  requestIdSchema,
  type CallingPolicy,
  type OutreachRequest,
} from '@atlas-engine/domain';
import { aLead, aRequest, aScenario } from '@atlas-engine/domain/testing';
import {
  arrangeDialling,
  backOff,
  Crash,
  friday,
  hour,
  minute,
  type Around,
  type Dialling,
} from './fixtures/arrange-dialling.ts';

const other = requestIdSchema.parse('request-2');
const iso = (instant: number): string => new Date(instant).toISOString();

function policyOf(settings: object): CallingPolicy {
  const parsed = parseCallingPolicy(settings);
  if (!parsed.ok) throw new Error(parsed.problems.join());
  return parsed.policy;
}

/** Dies once, before or after the named effect, when it is armed. */
function crashOnce(place: string, when: 'before' | 'after') {
  const state = { armed: true };
  const around: Around =
    (name, effect) =>
    async (...input) => {
      const strikes = name === place && state.armed;
      if (strikes) state.armed = false;
      if (strikes && when === 'before') throw new Crash(name);
      const output = await effect(...input);
      if (strikes) throw new Crash(name);
      return output;
    };
  return around;
}

/** Nothing rang, the number's history is clean, and the workflow has the result. */
async function expectUndialled(world: Dialling): Promise<void> {
  expect(world.telephony.placements).toEqual([]);
  expect((await world.history()).attempts).toEqual([]);
  expect(world.workflow.taken.map(({ result }) => result)).toEqual([await world.result()]);
}

describe('a yes of the calling policy', () => {
  it('places the call with its id, its number and what to say', async () => {
    const { initiate, message, call, telephony, phone, history, store, request } = await arrangeDialling();
    await expect(initiate(message)).resolves.toBe('PLACED');
    expect(telephony.placements).toEqual([
      {
        callId: message.callId,
        phone,
        attributes: expect.objectContaining({
          callId: message.callId,
          requestId: 'request-1',
          sequence: '1',
          greeting: aScenario().greeting,
        }),
      },
    ]);
    await expect(call()).resolves.toMatchObject({
      status: 'PLACED',
      contactId: telephony.contacts.get(message.callId),
      dialledAt: iso(friday),
    });
    expect((await history()).attempts).toEqual([
      { callId: message.callId, requestId: 'request-1', at: friday },
    ]);
    const timeline = await store.timeline(request.requestId);
    expect(timeline).toContainEqual(
      expect.objectContaining({
        kind: 'DIAL_DECIDED',
        details: expect.objectContaining({ decision: 'DIAL' }),
      }),
    );
  });
});

describe('a not-now of the calling policy', () => {
  const nextMorning = iso(Date.UTC(2026, 10, 21, 15));
  const cases: readonly {
    readonly reason: string;
    readonly prepare?: (world: Dialling) => Promise<void> | void;
    readonly request?: OutreachRequest;
    readonly policy?: CallingPolicy;
    readonly until: string;
  }[] = [
    { reason: 'OUTSIDE_CALLING_HOURS', prepare: ({ pass }) => pass(12 * hour), until: nextMorning },
    {
      reason: 'PREFERRED_TIME',
      request: aRequest({ preferredTime: '2026-11-20T14:00:00-05:00' }),
      until: iso(friday + 4 * hour),
    },
    {
      reason: 'TOO_SOON',
      prepare: ({ attempt }) => attempt(other, 'BUSY'),
      until: iso(friday + 30 * minute),
    },
    {
      reason: 'DAILY_LIMIT',
      policy: policyOf({ maxAttemptsPerNumberPerDay: 1 }),
      prepare: async ({ attempt, pass }) => {
        await attempt(other, 'BUSY');
        pass(4 * hour);
      },
      until: nextMorning,
    },
    {
      reason: 'WEEKLY_LIMIT',
      policy: policyOf({ maxAttemptsPerNumberPerWeek: 1 }),
      prepare: async ({ attempt, pass }) => {
        await attempt(other, 'BUSY');
        pass(4 * hour);
      },
      until: iso(Date.UTC(2026, 10, 27, 14)),
    },
  ];

  it.each(cases)('$reason postpones the call and says until when', async (given) => {
    const world = await arrangeDialling({
      requests: [given.request ?? aRequest(), aRequest({ requestId: other })],
      policy: given.policy ?? defaultCallingPolicy,
    });
    await given.prepare?.(world);
    const before = (await world.history()).attempts;
    await expect(world.initiate(world.message)).resolves.toBe('DECLINED');
    await expect(world.result()).resolves.toMatchObject({
      outcome: 'POSTPONED',
      reason: given.reason,
      next: { action: 'RETRY', at: given.until, reason: given.reason },
    });
    expect(world.telephony.placements).toEqual([]);
    expect((await world.history()).attempts).toEqual(before);
    expect(world.workflow.taken).toHaveLength(1);
  });

  it('is what a message hears that was delayed past the calling hours', async () => {
    const world = await arrangeDialling();
    world.pass(9 * hour + 59 * minute);
    const early = await world.open(world.request.requestId, 2);
    world.pass(2 * minute);
    await expect(world.initiate({ ...early, turnAt: iso(world.now()) })).resolves.toBe('DECLINED');
    await expect(world.call(early)).resolves.toMatchObject({
      result: { outcome: 'POSTPONED', reason: 'OUTSIDE_CALLING_HOURS' },
    });
    expect(world.telephony.placements).toEqual([]);
  });

  it('counts even when the calling hours end while the attempt is being recorded', async () => {
    const world: Dialling = await arrangeDialling({
      replace: (store) => ({
        claimDial: async (claim) => {
          const answer = await store.claimDial(claim);
          world.pass(2 * minute);
          return answer;
        },
      }),
    });
    world.pass(9 * hour + 59 * minute);
    await expect(world.initiate(world.message)).resolves.toBe('DECLINED');
    await expect(world.result()).resolves.toMatchObject({
      outcome: 'POSTPONED',
      reason: 'OUTSIDE_CALLING_HOURS',
      attempts: 0,
      next: { action: 'RETRY', at: nextMorning },
    });
    await expectUndialled(world);
  });
});

describe('a no of the calling policy', () => {
  const consent = { at: '2024-01-01T00:00:00Z', source: 'Old form' };
  const closed = Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'].map((weekday) => [weekday, null]),
  );
  const nowhere = aLead({ timeZone: 'Mars/Olympus' });

  it.each([
    { reason: 'CONSENT_EXPIRED', request: aRequest({ consent }), policy: defaultCallingPolicy },
    { reason: 'TIME_ZONE_UNKNOWN', request: aRequest({ lead: nowhere }), policy: defaultCallingPolicy },
    { reason: 'NO_CALLING_WINDOW', request: aRequest(), policy: policyOf({ callingHours: closed }) },
  ])('$reason ends the request', async ({ reason, request, policy }) => {
    const world = await arrangeDialling({ requests: [request], policy });
    await expect(world.initiate(world.message)).resolves.toBe('DECLINED');
    await expect(world.result()).resolves.toMatchObject({
      outcome: 'REFUSED',
      reason,
      attempts: 0,
      next: { action: 'FINISH', reason },
    });
    await expectUndialled(world);
  });

  it('DO_NOT_CALL ends the request', async () => {
    const world = await arrangeDialling();
    await world.store.doNotCall.add({ phone: world.phone, source: 'SMS', at: friday });
    await expect(world.initiate(world.message)).resolves.toBe('DECLINED');
    await expect(world.result()).resolves.toMatchObject({ outcome: 'REFUSED', reason: 'DO_NOT_CALL' });
    await expectUndialled(world);
  });

  it('ATTEMPTS_EXHAUSTED ends the request', async () => {
    const policy = policyOf({ maxAttemptsPerRequest: 1 });
    const world = await arrangeDialling({ policy });
    await world.attempt(world.request.requestId, 'NO_ANSWER', 2);
    await world.initiate(world.message);
    await expect(world.result()).resolves.toMatchObject({ outcome: 'REFUSED', reason: 'ATTEMPTS_EXHAUSTED' });
    expect(world.telephony.placements).toEqual([]);
  });

  it('is the answer to a call that has nothing to say', async () => {
    const world = await arrangeDialling({
      replace: () => ({ getScenario: () => Promise.resolve(undefined) }),
    });
    await expect(world.initiate(world.message)).resolves.toBe('DECLINED');
    await expect(world.result()).resolves.toMatchObject({ outcome: 'REFUSED', reason: 'WORKFLOW_ERROR' });
    await expectUndialled(world);
  });
});

describe('what happens between decision and claim', () => {
  /** Something happens to the number before each of the next claims. */
  const meddling = (times: number, meddle: (world: Dialling) => Promise<void>): Promise<Dialling> => {
    let left = times;
    const built: Promise<Dialling> = arrangeDialling({
      requests: [aRequest(), aRequest({ requestId: other })],
      replace: (store) => ({
        claimDial: async (claim) => {
          left -= 1;
          if (left >= 0) await meddle(await built);
          return await store.claimDial(claim);
        },
      }),
    });
    return built;
  };
  /** Another request's call is claimed and taken back: the ledger has moved and says the same. */
  const move = async ({ store, open, phone, now }: Dialling): Promise<void> => {
    const key = await open(other, 1);
    const { version } = await store.readNumber(phone);
    await store.claimDial({ key, phone, at: now(), version });
    await store.releaseDial({ key, phone, claimedAt: now(), at: now() });
  };

  it('a ledger that moved is read anew', async () => {
    const world = await meddling(1, move);
    await expect(world.initiate(world.message)).resolves.toBe('PLACED');
    expect(world.telephony.placements).toHaveLength(1);
  });

  it('a call to the same number that came first postpones this one', async () => {
    const world = await meddling(1, async ({ store, open, phone, now }) => {
      const key = await open(other, 1);
      const { version } = await store.readNumber(phone);
      await store.claimDial({ key, phone, at: now(), version });
    });
    await expect(world.initiate(world.message)).resolves.toBe('DECLINED');
    await expect(world.result()).resolves.toMatchObject({ outcome: 'POSTPONED', reason: 'TOO_SOON' });
    expect(world.telephony.placements).toEqual([]);
  });

  it('a ledger that does not come to rest sends the call back to the queue', async () => {
    const world = await meddling(9, move);
    await expect(world.initiate(world.message)).resolves.toBe('QUEUED');
    expect(world.queued).toMatchObject([{ message: world.message, delaySeconds: backOff }]);
    await expect(world.call()).resolves.toMatchObject({ status: 'REQUESTED' });
    expect(world.telephony.placements).toEqual([]);
  });

  it('a wish not to be called is honoured', async () => {
    const world = await meddling(1, async ({ store, phone }) => {
      await store.doNotCall.add({ phone, source: 'SMS', at: friday });
    });
    await expect(world.initiate(world.message)).resolves.toBe('DECLINED');
    await expect(world.result()).resolves.toMatchObject({ outcome: 'REFUSED', reason: 'DO_NOT_CALL' });
    await expectUndialled(world);
  });

  it('another delivery that is placing the call is left alone, whatever this one would decide', async () => {
    const world = await arrangeDialling({
      replace: (store) => ({
        readNumber: async (phone) => {
          // The other delivery records its attempt after this one saw the call waiting.
          const { version } = await store.readNumber(phone);
          await store.claimDial({ key: world.message, phone, at: friday, version });
          return await store.readNumber(phone);
        },
      }),
    });
    await expect(world.initiate(world.message)).resolves.toBe('NOT_WAITING');
    await expect(world.call()).resolves.toMatchObject({ status: 'DIALLING' });
    await expect(world.result()).resolves.toBeUndefined();
    expect(world.workflow.taken).toEqual([]);
  });

  it('a call that is being placed stays as it is when its number is put on the list', async () => {
    const world = await arrangeDialling({
      replace: (store) => ({
        claimDial: async (claim) => {
          // The call was read before the other delivery's claim, the list after it.
          if ((await store.claimDial(claim)) === 'CLAIMED') {
            await store.doNotCall.add({ phone: claim.phone, source: 'SMS', at: friday });
          }
          return 'DO_NOT_CALL';
        },
      }),
    });
    await expect(world.initiate(world.message)).resolves.toBe('NOT_WAITING');
    await expect(world.call()).resolves.toMatchObject({ status: 'DIALLING' });
    await expect(world.result()).resolves.toBeUndefined();
  });
});

describe('what Connect answers', () => {
  it('a throttle takes the attempt back and the call waits, to be dialled once', async () => {
    const world = await arrangeDialling();
    world.telephony.answerNext({ kind: 'THROTTLED', code: 'LimitExceededException' });
    await expect(world.initiate(world.message)).resolves.toBe('QUEUED');
    await expect(world.call()).resolves.toMatchObject({ status: 'REQUESTED' });
    expect((await world.history()).attempts).toEqual([]);
    expect(world.queued).toMatchObject([{ message: world.message, delaySeconds: backOff }]);
    world.pass(backOff * 1000);
    await expect(world.initiate(world.message)).resolves.toBe('PLACED');
    expect(world.rings).toHaveLength(1);
  });

  it('a refusal for good resumes the workflow with its reason', async () => {
    const world = await arrangeDialling();
    world.telephony.answerNext({ kind: 'REJECTED', reason: 'DESTINATION_NOT_ALLOWED', code: 'x' });
    await expect(world.initiate(world.message)).resolves.toBe('REJECTED');
    const result = await world.result();
    expect(result).toMatchObject({
      outcome: 'FAILED',
      reason: 'DESTINATION_NOT_ALLOWED',
      next: { action: 'FINISH' },
    });
    expect(world.workflow.taken).toMatchObject([{ result }]);
    await expect(world.initiate(world.message)).resolves.toBe('STALE');
    expect(world.telephony.placements).toHaveLength(1);
  });

  it('no answer leaves the call as it may be, and no repeat dials it', async () => {
    const world = await arrangeDialling();
    world.telephony.answerNext({ kind: 'UNKNOWN', code: 'TimeoutError' });
    await expect(world.initiate(world.message)).resolves.toBe('UNKNOWN');
    await expect(world.call()).resolves.toMatchObject({ status: 'DIALLING' });
    world.pass(3 * minute);
    await expect(world.initiate(world.message)).resolves.toBe('STALE');
    expect(world.telephony.placements).toHaveLength(1);
    expect(world.queued).toEqual([]);
    expect((await world.history()).attempts).toHaveLength(1);
  });
});

describe('a function that dies', () => {
  it.each([
    { where: 'between the claim and the call', place: 'place', when: 'before', rings: 0 },
    { where: 'after the call, before it is written down', place: 'place', when: 'after', rings: 1 },
  ] as const)('$where never dials again', async ({ place, when, rings }) => {
    const world = await arrangeDialling({ around: crashOnce(place, when) });
    await expect(world.initiate(world.message)).rejects.toThrow(Crash);
    await expect(world.call()).resolves.toMatchObject({ status: 'DIALLING' });
    world.pass(3 * minute);
    await expect(world.initiate(world.message)).resolves.toBe('STALE');
    expect(world.rings).toHaveLength(rings);
    expect((await world.history()).attempts).toHaveLength(1);
  });

  it('after the attempt was taken back, before the call was queued again, loses nothing', async () => {
    const world = await arrangeDialling({ around: crashOnce('add', 'before') });
    world.telephony.answerNext({ kind: 'THROTTLED', code: 'TooManyRequestsException' });
    await expect(world.initiate(world.message)).rejects.toThrow(Crash);
    await expect(world.call()).resolves.toMatchObject({ status: 'REQUESTED' });
    world.pass(3 * minute);
    await expect(world.initiate(world.message)).resolves.toBe('PLACED');
  });

  it('after the call was queued again leaves two messages and one call', async () => {
    const world = await arrangeDialling({ around: crashOnce('add', 'after') });
    world.telephony.answerNext({ kind: 'THROTTLED', code: 'TooManyRequestsException' });
    await expect(world.initiate(world.message)).rejects.toThrow(Crash);
    expect(world.queued).toHaveLength(1);
    world.pass(3 * minute);
    await expect(world.initiate(world.queued[0]!.message)).resolves.toBe('PLACED');
    await expect(world.initiate(world.message)).resolves.toBe('STALE');
    expect(world.rings).toHaveLength(1);
  });

  it('before the workflow heard of the result leaves the call open for the reconciler', async () => {
    const world = await arrangeDialling({ around: crashOnce('succeed', 'before') });
    world.pass(12 * hour);
    await expect(world.initiate(world.message)).rejects.toThrow(Crash);
    await expect(world.result()).resolves.toMatchObject({ outcome: 'POSTPONED' });
    const open = await world.store.listOpenCalls({ before: world.now() + hour, limit: 9 });
    expect(open).toMatchObject([{ callId: callIdOf(world.request.requestId, 1), status: 'FINISHED' }]);
  });
});
