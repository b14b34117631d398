import type { Message } from '@atlas-engine/flow-interpreter';
import type { ContactState, SpokenLine } from '../contact.ts';

/** Milliseconds of a text at telephone pace. */
export const durationOf = (text: string): number =>
  text === '' ? 0 : Math.round((text.split(/\s+/).length / 2.8) * 1000);

/** The pause between two speakers, in milliseconds. */
export const pause = 500;

/** How long a recorded prompt plays, in milliseconds: what is in it is not known here. */
const promptDuration = 2000;

/** What a message says, without its markup. */
export function wordsOf(message: Message | undefined): string {
  if (message?.kind === 'text') return message.text.trim();
  if (message?.kind !== 'ssml') return '';
  return message.ssml
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Milliseconds that a message takes. */
export const durationOfMessage = (message: Message | undefined): number =>
  message?.kind === 'prompt' || message?.kind === 'media' ? promptDuration : durationOf(wordsOf(message));

/** Milliseconds since the customer answered. */
export const elapsed = ({ connectedAt }: ContactState, now: number): number => now - (connectedAt ?? now);

/** Adds what somebody says from `from` on, and gives when they have ended. */
export function speak(
  contact: ContactState,
  speaker: SpokenLine['speaker'],
  { text, from }: { readonly text: string; readonly from: number },
): { readonly contact: ContactState; readonly to: number } {
  if (text === '') return { contact, to: from };
  const to = from + durationOf(text);
  return { contact: { ...contact, lines: [...contact.lines, { speaker, text, from, to }] }, to };
}
