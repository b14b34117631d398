import { createInMemoryInteractionStore, createInMemoryStorage } from './index.ts';
import { describeInteractionStore } from './interaction-store-contract.ts';

describeInteractionStore('memory', async () => {
  const storage = createInMemoryStorage();
  return { store: createInMemoryInteractionStore(storage), put: storage.put };
});
