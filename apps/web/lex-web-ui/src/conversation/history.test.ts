import { fakeStorage } from '../fixtures/fake-storage.ts';
import { says, startedBot } from '../fixtures/started-bot.ts';
import { createHistory, keepHistory } from './history.ts';
import { entriesKept, withEntry } from './state.ts';

const kept = (options?: Parameters<typeof fakeStorage>[0]) => {
  const { storage, items } = fakeStorage(options);
  return { items, history: createHistory(storage, 'key') };
};

describe('history', () => {
  it('outlives a reload', async () => {
    const { history } = kept();
    const { bot, store } = startedBot(() => says('Hello'));
    keepHistory(store, history);
    await bot.say('Hi');
    const { entries, session } = store.get();
    expect(history.load()).toEqual({ entries, session, isAloud: false });
    expect(store.get().isKept).toBe(true);
  });

  it('shows what was on its way when the page was left as not sent', async () => {
    const { history } = kept();
    const { bot, store } = startedBot(() => new Promise(() => undefined));
    keepHistory(store, history);
    void bot.say('Hi');
    await Promise.resolve();
    expect(history.load()?.entries).toEqual([
      expect.objectContaining({ delivery: 'failed', problem: 'unreachable' }),
    ]);
  });

  it.each([{ isBlocked: true }, { room: 10 }])(
    'says so when the browser keeps nothing: %j',
    async (options) => {
      const { history } = kept(options);
      const { store, bot, lines } = startedBot(() => says('Hello'));
      keepHistory(store, history);
      expect(store.get().isKept).toBe(false);
      await bot.say('Hi');
      expect(lines()).toEqual(['customer (sent): Hi', 'bot: Hello']);
      expect(history.load()).toBeUndefined();
    },
  );

  it.each(['no json', '{}', '{"entries":[{"from":"system"}]}', 'null'])(
    'begins anew with what it cannot read: %s',
    (text) => {
      const { history, items } = kept();
      items.set('key', text);
      expect(history.load()).toBeUndefined();
    },
  );

  it('is bounded: old lines give way to new ones', () => {
    const { history, items } = kept();
    const { store } = startedBot(() => says());
    keepHistory(store, history);
    for (let index = 0; index < entriesKept + 50; index++)
      store.update((state) =>
        withEntry(state, {
          id: `e${index}`,
          at: index,
          from: 'bot',
          content: { kind: 'text', text: 'x'.repeat(5000) },
        }),
      );
    expect(store.get().entries).toHaveLength(entriesKept);
    expect(items.get('key')?.length).toBeLessThan(220_000);
    expect(history.load()?.entries.at(-1)?.id).toBe(`e${entriesKept + 49}`);
  });
});
