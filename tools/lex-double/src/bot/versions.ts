import type { Collection, StateStore } from '@atlas-engine/simulation';
import type { Bot } from './bot-schema.ts';

/** The version that is still being worked on. */
export const draft = 'DRAFT';

/** What was built of bots, by number: it never changes. */
export function createVersions(store: StateStore) {
  const versions: Collection<Bot> = store.collection('lex/versions');
  const of = (botId: string) => [...versions.entries()].filter(([key]) => key.startsWith(`${botId}/`));
  const numberIn = (key: string): number => Number(key.split('/')[1]);

  return {
    get: (botId: string, version: string): Bot | undefined => versions.get(`${botId}/${version}`),
    /** The number of a bot's version; the same definition again is the same version. */
    add: (bot: Bot): string => {
      const text = JSON.stringify(bot);
      const known = of(bot.id).find(([, version]) => JSON.stringify(version) === text);
      if (known !== undefined) return String(numberIn(known[0]));
      const next = Math.max(0, ...of(bot.id).map(([key]) => numberIn(key))) + 1;
      versions.set(`${bot.id}/${String(next)}`, bot);
      return String(next);
    },
  };
}
