import type { InteractionStore } from '../../interaction-store.ts';
import { keyOf, noon, requestId } from '../fixtures.ts';
import { iso, type StoreBench } from './store-under-test.ts';

export function describeTaskTokens(bench: StoreBench): void {
  let store: InteractionStore;
  const { opened } = bench;
  beforeEach(() => {
    ({ store } = bench.current());
  });

  describe(`task tokens in ${bench.name}`, () => {
    it('closes exactly the token that is named, once', async () => {
      await opened();
      const mark = { taskToken: 'token-1', status: 'EXPIRED', at: noon } as const;

      expect(await store.markToken(keyOf(), { ...mark, taskToken: 'token-0' })).toBe('NOT_OPEN');
      expect(await store.markToken(keyOf(), mark)).toBe('MARKED');
      expect(await store.markToken(keyOf(), mark)).toBe('NOT_OPEN');
      expect(await store.getToken(keyOf())).toMatchObject({ status: 'EXPIRED', closedAt: iso(noon) });
      expect(await store.timeline(requestId)).toContainEqual({
        at: iso(noon),
        kind: 'TASK_TOKEN_EXPIRED',
        sequence: 1,
      });
    });

    it('corrects an expired token that was consumed, and not the other way', async () => {
      await opened();
      const mark = (status: 'CONSUMED' | 'EXPIRED') =>
        store.markToken(keyOf(), { taskToken: 'token-1', status, at: noon });

      expect([await mark('EXPIRED'), await mark('CONSUMED'), await mark('EXPIRED')]).toEqual([
        'MARKED',
        'MARKED',
        'NOT_OPEN',
      ]);
      expect(await store.getToken(keyOf())).toMatchObject({ status: 'CONSUMED' });
    });

    it('knows no token of a call that was never opened', async () => {
      expect(await store.getToken(keyOf())).toBeUndefined();
      expect(await store.markToken(keyOf(), { taskToken: 'x', status: 'CONSUMED', at: noon })).toBe(
        'NOT_OPEN',
      );
    });
  });
}
