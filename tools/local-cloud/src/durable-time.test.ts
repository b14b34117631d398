import { createMemoryStore } from '@atlas-engine/simulation';
import { openDurableTime } from './durable-time.ts';

describe('durable time', () => {
  it('begins at the time of the wall', () => {
    expect(openDurableTime(createMemoryStore(), 1000).start).toBe(1000);
  });

  it('goes on where it stood, also when it ran ahead of the wall', () => {
    const store = createMemoryStore();
    openDurableTime(store, 1000).save(90_000);
    expect(openDurableTime(store, 2000).start).toBe(90_000);
    expect(openDurableTime(store, 100_000).start).toBe(100_000);
  });
});
