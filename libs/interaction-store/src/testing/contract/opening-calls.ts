import type { RequestId } from '@atlas-engine/domain';
import { callIdOf } from '@atlas-engine/domain';
import type { InteractionStore } from '../../interaction-store.ts';
import { aResult, anOpening, keyOf, minute, noon, phone, requestId } from '../fixtures.ts';
import { iso, type StoreBench } from './store-under-test.ts';

export function describeOpeningCalls(bench: StoreBench): void {
  let store: InteractionStore;
  const { opened, dialled } = bench;
  beforeEach(() => {
    ({ store } = bench.current());
  });

  describe(`opening calls in ${bench.name}`, () => {
    it('stores call and token', async () => {
      expect(await store.openCall(anOpening())).toEqual({ kind: 'OPENED' });
      expect(await store.getCall(keyOf())).toEqual({
        ...keyOf(),
        callId: callIdOf(requestId, 1),
        status: 'REQUESTED',
        locale: 'en-US',
        createdAt: iso(noon),
      });
      expect(await store.getToken(keyOf())).toMatchObject({
        taskToken: 'token-1',
        status: 'OPEN',
        expiresAt: (noon + 1440 * minute) / 1000,
      });
    });

    it('takes a newer token and leaves the call as it is', async () => {
      await dialled();
      const answer = await store.openCall(anOpening({ taskToken: 'token-2', at: noon + 1 }));

      expect(answer).toMatchObject({ kind: 'REOPENED', call: { status: 'DIALLING' } });
      expect(await store.getToken(keyOf())).toMatchObject({ taskToken: 'token-2', status: 'OPEN' });
    });

    it('does not let an older token replace a newer one', async () => {
      await store.openCall(anOpening({ taskToken: 'token-2', at: noon + 5 }));

      expect(await store.openCall(anOpening({ taskToken: 'token-1', at: noon }))).toMatchObject({
        kind: 'REOPENED',
      });
      expect(await store.getToken(keyOf())).toMatchObject({ taskToken: 'token-2' });
    });

    it('does not open a consumed token again', async () => {
      await opened();
      await store.markToken(keyOf(), { taskToken: 'token-1', status: 'CONSUMED', at: noon });
      await store.openCall(anOpening({ at: noon + 1 }));

      expect(await store.getToken(keyOf())).toMatchObject({ status: 'CONSUMED' });
    });

    it('answers with the result of a finished call and opens it for the newer token', async () => {
      await opened();
      await store.finishCall({ key: keyOf(), phone, result: aResult(), at: noon });
      await store.markToken(keyOf(), { taskToken: 'token-1', status: 'EXPIRED', at: noon });
      await store.settleCall(keyOf(), noon);

      expect(await store.openCall(anOpening({ taskToken: 'token-2', at: noon + 1 }))).toEqual({
        kind: 'FINISHED',
        result: aResult(),
      });
      expect(await store.listOpenCalls({ before: noon + minute, limit: 9 })).toHaveLength(1);
    });

    it('opens a placement once, however often it is asked for at the same time', async () => {
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          store.openCall(anOpening({ taskToken: `token-${String(index)}` })),
        ),
      );

      expect(answers.filter(({ kind }) => kind === 'OPENED')).toHaveLength(1);
    });

    it('refuses the id of another call', () => {
      const { call } = anOpening();

      expect(() => store.openCall(anOpening({ call: { ...call, sequence: 2 } }))).toThrow(
        'callId does not belong to REQ#lead-42/CALL#0002',
      );
    });

    it('lists the calls of a request by sequence', async () => {
      for (const sequence of [10, 2, 1]) await opened(sequence);
      await opened(1, 'lead-421' as RequestId);

      expect((await store.listCalls(requestId)).map(({ sequence }) => sequence)).toEqual([1, 2, 10]);
    });
  });
}
