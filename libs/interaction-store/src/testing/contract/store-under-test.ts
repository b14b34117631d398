import type { InteractionStore } from '../../interaction-store.ts';
import type { Item, ItemKey } from '../../storage/item-storage.ts';
import { anOpening, contactId, keyOf, noon, phone, requestId } from '../fixtures.ts';

/** A store under test, with a way to write as another program would. */
export interface StoreUnderTest {
  readonly store: InteractionStore;
  readonly put: (key: ItemKey, item: Item) => Promise<void> | void;
}

/** A store under test that is new for each case, and what cases begin with. */
export interface StoreBench {
  /** The name of the kind of store. */
  readonly name: string;
  readonly current: () => StoreUnderTest;
  readonly opened: (sequence?: number, id?: typeof requestId) => Promise<void>;
  readonly dialled: (sequence?: number, at?: number) => Promise<void>;
  readonly placed: () => Promise<void>;
}

export const iso = (instant: number): string => new Date(instant).toISOString();

export function storeBench(name: string, create: () => Promise<StoreUnderTest>): StoreBench {
  let current: StoreUnderTest | undefined;
  beforeEach(async () => {
    current = await create();
  });
  const under = (): StoreUnderTest => {
    if (current === undefined) throw new Error('A store is there only within a case.');
    return current;
  };
  const opened = async (sequence = 1, id = requestId): Promise<void> => {
    await under().store.openCall(anOpening({}, keyOf(sequence, id)));
  };
  const dialled = async (sequence = 1, at = noon): Promise<void> => {
    await opened(sequence);
    const { version } = await under().store.readNumber(phone);
    await under().store.claimDial({ key: keyOf(sequence), phone, at, version });
  };
  const placed = async (): Promise<void> => {
    await dialled();
    await under().store.recordPlaced({ key: keyOf(), contactId, at: noon + 1000 });
  };
  return { name, current: under, opened, dialled, placed };
}
