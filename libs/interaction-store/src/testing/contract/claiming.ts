import { callIdOf } from '@atlas-engine/domain';
import type { InteractionStore } from '../../interaction-store.ts';
import { keyOf, minute, noon, phone, requestId } from '../fixtures.ts';
import { iso, type StoreBench, type StoreUnderTest } from './store-under-test.ts';

export function describeClaiming(bench: StoreBench): void {
  let store: InteractionStore;
  let put: StoreUnderTest['put'];
  const { opened, dialled, placed } = bench;
  beforeEach(() => {
    ({ store, put } = bench.current());
  });

  describe(`claiming in ${bench.name}`, () => {
    it('records the attempt with the claim', async () => {
      await opened();

      expect(await store.readNumber(phone)).toEqual({
        history: { attempts: [], doNotCall: false },
        version: 0,
      });
      expect(await store.claimDial({ key: keyOf(), phone, at: noon, version: 0 })).toBe('CLAIMED');
      expect(await store.getCall(keyOf())).toMatchObject({ status: 'DIALLING', dialledAt: iso(noon) });
      expect(await store.readNumber(phone)).toEqual({
        history: { attempts: [{ callId: callIdOf(requestId, 1), requestId, at: noon }], doNotCall: false },
        version: 1,
      });
    });

    it('claims a placement once', async () => {
      await dialled();

      expect(await store.claimDial({ key: keyOf(), phone, at: noon, version: 1 })).toBe('NOT_WAITING');
    });

    it('claims nothing on an old reading of the number', async () => {
      await dialled();
      await opened(2);

      expect(await store.claimDial({ key: keyOf(2), phone, at: noon, version: 0 })).toBe('LEDGER_MOVED');
      expect(await store.getCall(keyOf(2))).toMatchObject({ status: 'REQUESTED' });
    });

    it('claims no number on the do-not-call list', async () => {
      await opened();
      await store.doNotCall.add({ phone, source: 'SMS', at: noon });

      expect(await store.claimDial({ key: keyOf(), phone, at: noon, version: 0 })).toBe('DO_NOT_CALL');
      expect(await store.getCall(keyOf())).toMatchObject({ status: 'REQUESTED' });
    });

    it('lets one of many claims through, of one placement as of many for one number', async () => {
      const sequences = [1, 2, 3, 4];
      for (const sequence of sequences) await opened(sequence);
      const claims = [...sequences, ...sequences].map((sequence) =>
        store.claimDial({ key: keyOf(sequence), phone, at: noon, version: 0 }),
      );
      const answers = await Promise.all(claims);

      expect(answers.filter((answer) => answer === 'CLAIMED')).toHaveLength(1);
      expect((await store.readNumber(phone)).history.attempts).toHaveLength(1);
    });

    it('gives a claim back', async () => {
      await dialled();
      const claim = { key: keyOf(), phone, claimedAt: noon, at: noon + 1 };

      expect(await store.releaseDial({ ...claim, claimedAt: noon - 1 })).toBe('NOT_CLAIMED');
      expect(await store.releaseDial(claim)).toBe('RELEASED');
      expect(await store.releaseDial(claim)).toBe('NOT_CLAIMED');
      expect(await store.getCall(keyOf())).not.toHaveProperty('dialledAt');
      expect(await store.readNumber(phone)).toEqual({
        history: { attempts: [], doNotCall: false },
        version: 2,
      });
      expect(await store.claimDial({ key: keyOf(), phone, at: noon + 2, version: 2 })).toBe('CLAIMED');
    });

    it('never releases a call that was placed', async () => {
      await placed();

      expect(await store.releaseDial({ key: keyOf(), phone, claimedAt: noon, at: noon })).toBe('NOT_CLAIMED');
    });

    it('keeps the 50 newest attempts', async () => {
      for (let sequence = 1; sequence <= 52; sequence += 1) await dialled(sequence, noon + sequence * minute);
      const { attempts } = (await store.readNumber(phone)).history;

      expect(attempts).toHaveLength(50);
      expect(attempts.map(({ at }) => at)).toEqual(
        Array.from({ length: 50 }, (_, i) => noon + (i + 3) * minute),
      );
    });

    it('claims nothing for a call that was never opened', async () => {
      await expect(store.claimDial({ key: keyOf(), phone, at: noon, version: 0 })).rejects.toMatchObject({
        name: 'RecordNotFoundError',
      });
    });

    it('shows a digest in place of a number whose ledger is malformed', async () => {
      await put(
        { table: 'interactions', PK: `PHONE#${phone}`, SK: 'LEDGER' },
        { version: 1, attempts: ['?'] },
      );
      const failure: unknown = await store.readNumber(phone).catch((error: unknown) => error);

      expect(failure).toMatchObject({ name: 'StoredItemError', details: { field: 'attempts.0' } });
      expect(JSON.stringify(failure) + String(failure)).not.toContain('2125550100');
    });
  });
}
