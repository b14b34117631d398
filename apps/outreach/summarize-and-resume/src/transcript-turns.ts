import type { Turn } from '@atlas-engine/domain';
import { readTranscribeOutput, type SpokenItem } from './transcribe-output.ts';

/** Which side of the recording is the customer: the right one (`ch_1`) where the flow records, else the left one. */
export type CustomerChannel = 'ch_0' | 'ch_1';

export const customerChannelOf = (recordingKey: string): CustomerChannel =>
  recordingKey.includes('/ivr/') ? 'ch_1' : 'ch_0';

/** What was said. */
export interface Conversation {
  readonly turns: readonly Turn[];
  /** Whether each side had a channel of its own. Without it every turn is ours: nobody is taken to have said what may have been the other. */
  readonly sidesKnown: boolean;
}

/** A pause on one channel that ends a turn when the other side takes it up, in seconds. */
const pause = 1.2;

/**
 * The conversation in turns, from Transcribe's output: both sides merged by time, one sentence a turn.
 *
 * @throws TranscriptMalformedError when the text is not Transcribe's output
 */
export function conversationOf(output: string, customer: CustomerChannel): Conversation {
  const channels = readTranscribeOutput(output);
  const turns = channels
    .flatMap(({ channel_label, items }) => turnsOfChannel(items, speakerOf(channel_label, customer)))
    .toSorted((a, b) => a.from - b.from);
  return { turns: joinBroken(turns), sidesKnown: channels.length > 1 || turns.length === 0 };
}

function speakerOf(channel: string, customer: CustomerChannel): Turn['speaker'] {
  if (channel === customer) return 'CUSTOMER';
  return customer === 'ch_1' ? 'SYSTEM' : 'AGENT';
}

function turnsOfChannel(items: readonly SpokenItem[], speaker: Turn['speaker']): Turn[] {
  const turns: Turn[] = [];
  for (const item of items) {
    const last = turns.at(-1);
    const next =
      item.type === 'punctuation' ? punctuated(last, wordOf(item)) : spoken(item, { last, speaker });
    if (next === undefined) continue;
    if (next.goesOn) turns.pop();
    turns.push(next.turn);
  }
  return turns;
}

/** A turn that is new, or that takes the place of the last one because it goes on. */
interface NextTurn {
  readonly turn: Turn;
  readonly goesOn: boolean;
}

const wordOf = ({ alternatives }: SpokenItem): string => alternatives[0]?.content.trim() ?? '';

const punctuated = (last: Turn | undefined, mark: string): NextTurn | undefined =>
  last === undefined ? undefined : { turn: { ...last, text: last.text + mark }, goesOn: true };

function spoken(
  item: SpokenItem,
  { last, speaker }: { readonly last: Turn | undefined; readonly speaker: Turn['speaker'] },
): NextTurn | undefined {
  const text = wordOf(item);
  if (text === '') return undefined;
  const { from, to } = timesOf(item, last);
  return last !== undefined && from - last.to < pause && !endsSentence(last)
    ? { turn: { ...last, text: `${last.text} ${text}`, to }, goesOn: true }
    : { turn: { speaker, text, from, to }, goesOn: false };
}

function timesOf({ start_time, end_time }: SpokenItem, last: Turn | undefined) {
  const from = start_time ?? last?.to ?? 0;
  return { from, to: Math.max(from, end_time ?? from) };
}

const endsSentence = ({ text }: Turn): boolean => /[.?!]$/.test(text);

/** A sentence with a pause in it is one sentence again, unless the other side spoke meanwhile. */
function joinBroken(turns: readonly Turn[]): Turn[] {
  const joined: Turn[] = [];
  for (const turn of turns) {
    const last = joined.at(-1);
    const broken = last !== undefined && last.speaker === turn.speaker && !endsSentence(last);
    if (broken) joined[joined.length - 1] = { ...last, text: `${last.text} ${turn.text}`, to: turn.to };
    else joined.push(turn);
  }
  return joined;
}
