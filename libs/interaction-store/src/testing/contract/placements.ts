import type { PhoneNumber, RequestId } from '@atlas-engine/domain';
import * as fc from 'fast-check';
import type { InteractionStore } from '../../interaction-store.ts';
import { aResult, anOpening, contactId, keyOf, noon } from '../fixtures.ts';
import { type StoreBench } from './store-under-test.ts';

export function describePlacements(bench: StoreBench): void {
  let store: InteractionStore;
  beforeEach(() => {
    ({ store } = bench.current());
  });

  describe(`placements in ${bench.name}`, () => {
    it('are dialled at most once whatever is repeated', async () => {
      const steps = fc.array(fc.constantFrom('open', 'claim', 'place', 'end', 'finish'), { maxLength: 12 });
      let run = 0;
      await fc.assert(
        fc.asyncProperty(steps, async (order) => {
          run += 1;
          const id = `run-${String(run)}` as RequestId;
          const number = `+447700900${String(run).padStart(3, '0')}` as PhoneNumber;
          const key = keyOf(1, id);
          let claims = 0;
          await store.openCall(anOpening({}, key));
          const act: Record<string, () => Promise<unknown>> = {
            open: () => store.openCall(anOpening({}, key)),
            claim: async () => {
              const { version } = await store.readNumber(number);
              if ((await store.claimDial({ key, phone: number, at: noon, version })) === 'CLAIMED')
                claims += 1;
            },
            place: () => store.recordPlaced({ key, contactId: `${contactId}${id}` as never, at: noon }),
            end: () => store.recordContact({ key, endedAt: noon, at: noon }),
            finish: () => store.finishCall({ key, phone: number, result: aResult({}, key), at: noon }),
          };
          for (const step of order) await act[step]?.();
          const { attempts } = (await store.readNumber(number)).history;
          return claims <= 1 && attempts.length === claims;
        }),
        { numRuns: 25 },
      );
    });
  });
}
