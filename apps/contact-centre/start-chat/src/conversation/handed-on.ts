import { cleanText } from '@atlas-engine/domain';
import { handedOnHeading, type StartChatRequest } from '@atlas-engine/web-contracts';

type Transcript = StartChatRequest['transcript'];

const speakers = { CUSTOMER: 'Customer', BOT: 'Assistant' } as const;
/** Characters of a chat's first message. Source: Amazon Connect API reference, ChatMessage. */
const longestMessage = 1024;

/** One line for each entry: a line break in a customer's words could pass for another speaker's line. */
const lineOf = ({ speaker, text }: Transcript[number]): string =>
  `${speakers[speaker]}: ${cleanText(text).replace(/\s+/g, ' ')}`;

const linesOf = (transcript: Transcript): readonly string[] =>
  transcript.filter(({ text }) => cleanText(text) !== '').map(lineOf);

/** The newest lines that fit, as `measure` counts them; what was left out is said, and a line alone is cut. */
function newestThatFit(
  lines: readonly string[],
  most: number,
  measure: (text: string) => number,
): readonly string[] {
  const kept: string[] = [];
  let room = most - measure('…\n');
  for (const line of lines.toReversed()) {
    room -= measure(`${line}\n`);
    if (room < 0) return ['…', ...(kept.length > 0 ? kept : [cutTo(line, most - measure('…\n'), measure)])];
    kept.unshift(line);
  }
  return kept;
}

function cutTo(line: string, most: number, measure: (text: string) => number): string {
  const characters = Array.from(line);
  while (measure(characters.join('')) > most) characters.length -= Math.ceil(characters.length / 20);
  return characters.join('');
}

/** The conversation as an attribute holds it, in at most so many bytes. Empty when nothing was said. */
export const conversationOf = (transcript: Transcript, mostBytes: number): string =>
  newestThatFit(linesOf(transcript), mostBytes, (text) => Buffer.byteLength(text)).join('\n');

/** The chat's first message: what was said last, as far as it fits. Nothing when nothing was said. */
export function firstMessageOf(transcript: Transcript): string | undefined {
  const most = longestMessage - handedOnHeading.length - 1;
  const lines = newestThatFit(linesOf(transcript), most, ({ length }) => length);
  return lines.length === 0 ? undefined : [handedOnHeading, ...lines].join('\n');
}
