import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BotDefinition, intentNamesOf } from '@atlas-engine/lex-contracts';
import { BenchmarkError } from '../benchmark.ts';

/** Something people say that is no sample of the bot, and the intent that it means. */
export interface HeldUtterance {
  readonly intent: string;
  readonly text: string;
}

/** A bot in one of its locales, by their names. */
export interface SpokenBot {
  readonly name: string;
  readonly bot: BotDefinition;
  readonly localeId: string;
}

/** What several bots have alike is held once. */
const everyBot = 'EveryBot';

/**
 * The held utterances of a bot in the language of a locale: `<folder>/<bot>/<language>/<intent>.txt`, a line for each, in
 * `EveryBot` for intents that several bots have.
 *
 * @throws BenchmarkError for an intent without a file
 */
export const heldUtterances = (
  folder: string,
  { name, bot, localeId }: SpokenBot,
): readonly HeldUtterance[] =>
  intentNamesOf(bot).flatMap((intent) => {
    const files = [name, everyBot].map((owner) => join(folder, owner, localeId.slice(0, 2), `${intent}.txt`));
    const file = files.find((each) => existsSync(each));
    if (file === undefined)
      throw new BenchmarkError(`${name} ${localeId} has no held utterances of ${intent}`);
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((text) => ({ intent, text }));
  });
