import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Something people say that is no sample of the bot, and the intent that it means. */
export interface HeldUtterance {
  readonly intent: string;
  readonly text: string;
}

/** The utterances of a folder: a file for each intent, a line for each utterance. */
export const heldUtterances = (folder: string): readonly HeldUtterance[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((text) => ({ intent: basename(file, '.txt'), text })),
    );
