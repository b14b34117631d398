import type { Turn } from '../call-summary.ts';
import { customerTexts, wordsOf } from '../conversation/spoken-text.ts';
import { namesClaimed, wordsGrounded } from './names.ts';
import { numbersClaimed, numbersGrounded } from './numbers.ts';

/** What a conversation says, ready to be asked. */
export interface Transcript {
  /** Numbers, names and quotations of a text that were never said; empty when it is grounded. */
  missingFrom(text: string): string[];
  /** Whether the customer said a sentence, word for word. */
  customerSaid(sentence: string): boolean;
}

const quoted = /"([^"]{2,})"|\u201C([^\u201D]{2,})\u201D|\u00AB([^\u00BB]{2,})\u00BB/gu;

const running = (text: string): string => ` ${wordsOf(text).join(' ')} `;

export function createTranscript(turns: readonly Turn[]): Transcript {
  const all = turns.map(({ text }) => text).join('\n');
  const words = wordsGrounded(all);
  const numbers = numbersGrounded(all);
  const customer = running(customerTexts(turns).join('\n'));
  const ours = running(
    turns.flatMap(({ speaker, text }) => (speaker === 'CUSTOMER' ? [] : [text])).join('\n'),
  );
  const inOrder = running(all);
  const contains = (text: string, where: readonly string[]): boolean => {
    const passage = running(text);
    return passage.trim() === '' || where.some((said) => said.includes(passage));
  };
  return {
    missingFrom: (text) => [
      ...[...text.matchAll(quoted)]
        .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
        .filter((quote) => !contains(quote, [inOrder, customer, ours])),
      ...numbersClaimed(text)
        .filter((value) => !numbers.has(value))
        .map(String),
      ...namesClaimed(text.replace(quoted, ' ')).filter(
        (name) => !wordsOf(name).every((word) => words.has(word)),
      ),
    ],
    customerSaid: (sentence) => contains(sentence, [customer]),
  };
}
