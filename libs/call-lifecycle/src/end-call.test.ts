import type { OutcomeKind } from '@atlas-engine/domain';
import type { EndedCall } from './call-result.ts';
import { endCall } from './end-call.ts';
import type { Lifecycle } from './testing/lifecycle-fixture.ts';
import { arrangeLifecycle, fridayMorning, minute } from './testing/lifecycle-fixture.ts';

let life: Lifecycle;
beforeEach(async () => {
  life = arrangeLifecycle();
  await life.receive();
  await life.open();
});

const end = async (ending: EndedCall, sequence = 1) =>
  endCall(life.deps)({ call: await life.call(sequence), ending });
const iso = (instant: number): string => new Date(instant).toISOString();

describe('endCall', () => {
  it('stores the result, tells the workflow and takes the call from the open ones', async () => {
    await life.dial();
    life.pass(minute);
    const result = await end({ outcome: 'BUSY' });

    expect(result).toEqual({
      ...life.key,
      callId: (await life.call()).callId,
      outcome: 'BUSY',
      attempts: 1,
      next: { action: 'RETRY', at: iso(fridayMorning + 30 * minute), reason: 'TOO_SOON' },
    });
    expect(life.workflow.taken).toEqual([{ taskToken: 'token-1', result }]);
    expect(await life.store.listOpenCalls({ before: fridayMorning + 1e9, limit: 9 })).toEqual([]);
    expect((await life.store.readNumber(life.phone)).history.attempts).toEqual([
      expect.objectContaining({ outcome: 'BUSY', at: fridayMorning }),
    ]);
  });

  it('tells of an end once, however often it is reported', async () => {
    await life.dial();
    const ended: unknown[] = [];
    const deps = { ...life.deps, onEnd: ({ outcome }: { outcome: string }) => void ended.push(outcome) };
    for (const outcome of ['BUSY', 'NO_ANSWER'] as const)
      await endCall(deps)({ call: await life.call(), ending: { outcome } });
    expect(ended).toEqual(['BUSY']);
  });

  it('tells of a call for which no workflow waits', async () => {
    await life.dial();
    life.workflow.giveUp('token-1');
    let orphans = 0;
    const deps = { ...life.deps, onOrphan: () => void (orphans += 1) };
    await endCall(deps)({ call: await life.call(), ending: { outcome: 'BUSY' } });
    expect(orphans).toBe(1);
  });

  it('carries what the conversation gave', async () => {
    await life.dial();
    const result = await end({ outcome: 'ANSWERED', disposition: 'INTERESTED', sentiment: 'POSITIVE' });

    expect(result).toMatchObject({
      disposition: 'INTERESTED',
      sentiment: 'POSITIVE',
      next: { action: 'FINISH' },
    });
  });

  it('calls back at the time that was agreed on', async () => {
    await life.dial();
    const followUpAt = fridayMorning + 180 * minute;
    const result = await end({ outcome: 'ANSWERED', disposition: 'CALL_BACK', followUpAt });

    expect(result?.next).toMatchObject({ action: 'RETRY', at: iso(followUpAt) });
  });

  it('honours an agreed time when the next call is not answered', async () => {
    await life.dial();
    await end({ outcome: 'ANSWERED', disposition: 'CALL_BACK', followUpAt: fridayMorning + 60 * minute });
    life.pass(60 * minute);
    await life.open('token-2', 2);
    await life.dial(2);
    const result = await end({ outcome: 'BUSY' }, 2);

    expect(result).toMatchObject({ attempts: 2, next: { action: 'RETRY' } });
  });

  it.each([{ doNotCall: true }, { disposition: 'DO_NOT_CALL' }] as const)(
    'puts the number on the list and ends the request when asked by %j',
    async (wish) => {
      await life.dial();
      const result = await end({ outcome: 'ANSWERED', ...wish });

      expect(result?.next).toEqual({ action: 'FINISH', reason: 'DO_NOT_CALL' });
      expect(await life.store.doNotCall.has(life.phone)).toBe(true);
    },
  );

  it('counts no attempt of a placement that was postponed', async () => {
    const waitUntil = fridayMorning + 15 * minute;
    const result = await end({ outcome: 'POSTPONED', reason: 'TOO_SOON', waitUntil });

    expect(result).toMatchObject({
      attempts: 0,
      next: { action: 'RETRY', at: iso(waitUntil), reason: 'TOO_SOON' },
    });
  });

  it('counts no attempt of a call that was refused after its claim', async () => {
    await life.dial();
    const result = await end({ outcome: 'REFUSED', reason: 'DESTINATION_NOT_ALLOWED' });

    expect(result).toMatchObject({
      attempts: 0,
      next: { action: 'FINISH', reason: 'DESTINATION_NOT_ALLOWED' },
    });
    expect((await life.store.readNumber(life.phone)).history.attempts).toEqual([]);
  });

  it('ends the request when its attempts are exhausted', async () => {
    let last;
    for (let sequence = 1; sequence <= 4; sequence += 1) {
      await life.open(`token-${String(sequence)}`, sequence);
      await life.dial(sequence);
      last = await end({ outcome: 'NO_ANSWER' }, sequence);
      life.pass(2 * 1440 * minute);
    }

    expect(last).toMatchObject({ attempts: 4, next: { action: 'FINISH', reason: 'ATTEMPTS_EXHAUSTED' } });
  });

  it('answers with the first result, whoever ends the call again', async () => {
    await life.dial();
    const [call, first] = [await life.call(), await end({ outcome: 'NO_ANSWER' })];

    expect(await endCall(life.deps)({ call, ending: { outcome: 'ANSWERED' } })).toEqual(first);
    expect(await end({ outcome: 'ANSWERED', doNotCall: true })).toEqual(first);
    expect(life.workflow.taken).toHaveLength(1);
    expect(await life.store.doNotCall.has(life.phone)).toBe(false);
  });

  it.each<OutcomeKind>(['NO_ANSWER', 'FAILED', 'UNCONFIRMED', 'INVALID_NUMBER', 'VOICEMAIL'])(
    'gives each outcome a next step: %s',
    async (outcome) => {
      await life.dial();

      expect((await end({ outcome }))?.next.action).toMatch(/^(RETRY|FINISH)$/);
    },
  );

  it('leaves a call alone that has left the statuses in which it was to end', async () => {
    const call = await life.call();
    await life.dial();
    const ending = { outcome: 'FAILED', reason: 'CALL_TIMED_OUT' } as const;

    expect(await endCall(life.deps)({ call, ending, from: ['REQUESTED'] })).toBeUndefined();
    expect(await life.call()).toMatchObject({ status: 'DIALLING' });
    expect(life.workflow.taken).toEqual([]);
  });

  it('refuses a call whose request is missing', async () => {
    const orphan = arrangeLifecycle();
    await orphan.open();
    const call = await orphan.call();

    await expect(endCall(orphan.deps)({ call, ending: { outcome: 'BUSY' } })).rejects.toMatchObject({
      name: 'RequestMissingError',
    });
  });

  it('keeps the result when the workflow cannot be reached, for another to send', async () => {
    await life.dial();
    life.workflow.failNext(new Error('no answer'));

    await expect(end({ outcome: 'BUSY' })).rejects.toThrow('no answer');
    expect(await life.store.listOpenCalls({ before: fridayMorning + 1, limit: 9 })).toHaveLength(1);
    expect((await end({ outcome: 'ANSWERED' }))?.outcome).toBe('BUSY');
    expect(life.workflow.taken).toHaveLength(1);
  });
});
