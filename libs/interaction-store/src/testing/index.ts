import type { InteractionStore } from '../interaction-store.ts';
import { createInteractionStore } from '../store/create-interaction-store.ts';
import type { ItemStorage } from '../storage/item-storage.ts';
import { createInMemoryStorage } from './in-memory-storage.ts';

export { createInteractionStore } from '../store/create-interaction-store.ts';
export type { Item, ItemKey, ItemStorage, ItemWrite } from '../storage/item-storage.ts';
export * from './in-memory-storage.ts';

/** An interaction store that forgets everything when the test ends. Give it a storage to look into or to break. */
export const createInMemoryInteractionStore = (
  storage: ItemStorage = createInMemoryStorage(),
): InteractionStore => createInteractionStore(storage, () => Promise.resolve());
