import { createInMemoryStorage } from '../testing/in-memory-storage.ts';
import type { ItemWrite } from '../storage/item-storage.ts';
import { createStoreContext } from './commit.ts';

const key = { table: 'interactions', PK: 'PACE', SK: 'DIAL' } as const;
const writes: ItemWrite[] = [{ key, expect: { PK: undefined }, set: { a: 1 } }];

describe('commit', () => {
  it('decides again after each conflict', async () => {
    const storage = createInMemoryStorage();
    let conflicts = 3;
    const write = async (asked: readonly ItemWrite[]) =>
      (conflicts -= 1) >= 0 ? ('CONFLICT' as const) : storage.write(asked);
    const pauses: number[] = [];
    const { commit } = createStoreContext({ ...storage, write }, async (pause) => void pauses.push(pause));
    let attempts = 0;

    expect(await commit('test', async () => ({ answer: (attempts += 1), writes }))).toBe(4);
    expect(pauses).toHaveLength(3);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(40);
  });

  it('gives up after ten attempts, to be called again', async () => {
    const storage = { ...createInMemoryStorage(), write: async () => 'CONFLICT' as const };
    const { commit } = createStoreContext(storage, async () => undefined);

    await expect(commit('claimDial', async () => ({ answer: 1, writes }))).rejects.toMatchObject({
      name: 'StoreContentionError',
      retryable: true,
      message: 'claimDial gave up after 10 attempts: others kept changing the same item.',
    });
  });

  it('waits between attempts by itself', async () => {
    const storage = createInMemoryStorage();
    let conflicts = 1;
    const write = async (asked: readonly ItemWrite[]) =>
      (conflicts -= 1) >= 0 ? ('CONFLICT' as const) : storage.write(asked);

    expect(
      await createStoreContext({ ...storage, write }).commit('test', async () => ({ answer: 1, writes })),
    ).toBe(1);
  });

  it('writes nothing when there is nothing to write', async () => {
    const storage = createInMemoryStorage();

    expect(await createStoreContext(storage).commit('test', async () => ({ answer: 'as it is' }))).toBe(
      'as it is',
    );
    expect(storage.items()).toEqual([]);
  });
});
