import type { InteractionStore } from '../../interaction-store.ts';
import { aResult, keyOf, minute, noon, phone, requestId } from '../fixtures.ts';
import { iso, type StoreBench } from './store-under-test.ts';

export function describeEndOfCalls(bench: StoreBench): void {
  let store: InteractionStore;
  const { opened, dialled, placed } = bench;
  beforeEach(() => {
    ({ store } = bench.current());
  });

  describe(`the end of calls in ${bench.name}`, () => {
    it('writes result, outcome, list and audit together', async () => {
      await placed();
      const result = aResult({ outcome: 'ANSWERED', disposition: 'DO_NOT_CALL', next: { action: 'FINISH' } });
      await store.finishCall({ key: keyOf(), phone, result, at: noon + minute, doNotCall: true });

      expect(await store.getCall(keyOf())).toMatchObject({
        status: 'FINISHED',
        result,
        finishedAt: iso(noon + minute),
      });
      const { history } = await store.readNumber(phone);
      expect(history).toMatchObject({ doNotCall: true, attempts: [{ outcome: 'ANSWERED' }] });
      expect(await store.timeline(requestId)).toContainEqual({
        at: iso(noon + minute),
        kind: 'CALL_FINISHED',
        sequence: 1,
        details: {
          outcome: 'ANSWERED',
          disposition: 'DO_NOT_CALL',
          next: 'FINISH',
          attempts: 1,
          doNotCall: true,
        },
      });
    });

    it('keeps the first result', async () => {
      await placed();
      const first = aResult({ outcome: 'BUSY' });
      const endings = [first, aResult({ outcome: 'ANSWERED' })].map((result) => ({
        key: keyOf(),
        phone,
        result,
        at: noon,
      }));

      expect(await store.finishCall(endings[0]!)).toEqual(first);
      expect(await store.finishCall({ ...endings[1]!, doNotCall: true })).toEqual(first);
      expect((await store.readNumber(phone)).history).toMatchObject({
        doNotCall: false,
        attempts: [{ outcome: 'BUSY' }],
      });
      expect((await store.timeline(requestId)).filter(({ kind }) => kind === 'CALL_FINISHED')).toHaveLength(
        1,
      );
    });

    it('agrees on one result when many end a call at once', async () => {
      await placed();
      const outcomes = ['BUSY', 'NO_ANSWER', 'ANSWERED', 'FAILED'] as const;
      const answers = await Promise.all(
        outcomes.map((outcome) =>
          store.finishCall({ key: keyOf(), phone, result: aResult({ outcome }), at: noon, doNotCall: true }),
        ),
      );

      expect(new Set(answers.map((answer) => answer?.outcome)).size).toBe(1);
      expect((await store.getCall(keyOf()))?.result).toEqual(answers[0]);
    });

    it('leaves no attempt of a call that never reached the network', async () => {
      await dialled();
      const result = aResult({ outcome: 'REFUSED', reason: 'DESTINATION_NOT_ALLOWED', attempts: 0 });
      await store.finishCall({ key: keyOf(), phone, result, at: noon });

      expect((await store.readNumber(phone)).history.attempts).toEqual([]);
      expect((await store.getCall(keyOf()))?.dialledAt).toBeUndefined();
      expect((await store.timeline(requestId)).map(({ kind }) => kind)).not.toContain('CALL_DIALLED');
    });

    it('finishes a call only from the statuses that are named', async () => {
      await dialled();
      const ending = { key: keyOf(), phone, result: aResult(), at: noon };

      expect(await store.finishCall({ ...ending, from: ['REQUESTED'] })).toBeUndefined();
      expect(await store.getCall(keyOf())).toMatchObject({ status: 'DIALLING' });
      expect(await store.finishCall({ ...ending, from: ['REQUESTED', 'DIALLING'] })).toEqual(aResult());
      expect(await store.finishCall({ ...ending, from: ['REQUESTED'] })).toEqual(aResult());
    });

    it('finishes a call that was never claimed, after which it cannot be', async () => {
      await opened();
      const result = aResult({ outcome: 'POSTPONED', attempts: 0 });
      await store.finishCall({ key: keyOf(), phone, result, at: noon });

      expect(await store.claimDial({ key: keyOf(), phone, at: noon, version: 0 })).toBe('NOT_WAITING');
    });

    it('refuses the result of another call', async () => {
      await opened();

      await expect(
        store.finishCall({ key: keyOf(), phone, result: aResult({}, keyOf(2)), at: noon }),
      ).rejects.toMatchObject({ name: 'CallMismatchError' });
    });

    it('settles a call when no token waits any more', async () => {
      await opened();
      expect(await store.settleCall(keyOf(), noon)).toBe('NOT_FINISHED');
      await store.finishCall({ key: keyOf(), phone, result: aResult(), at: noon });
      expect(await store.settleCall(keyOf(), noon)).toBe('TOKEN_OPEN');
      await store.markToken(keyOf(), { taskToken: 'token-1', status: 'CONSUMED', at: noon });
      expect(await store.settleCall(keyOf(), noon)).toBe('SETTLED');
      expect(await store.settleCall(keyOf(), noon)).toBe('SETTLED');
      await store.touch(keyOf(), noon + minute);

      expect(await store.listOpenCalls({ before: noon + 9 * minute, limit: 9 })).toEqual([]);
    });
  });
}
