import type { CodeHookEvent } from '@atlas-engine/lex-contracts';
import { isText } from './sender.ts';

/** How a customer talks to the bot. */
export type Channel = 'CHAT' | 'VOICE' | 'SMS';

/** The attribute by which Lex says where the words come from, e.g. `Connect` (a phone call) or `Connect Chat`. */
const platformAttribute = 'x-amz-lex:channels:platform';

export function channelOf(event: CodeHookEvent): Channel {
  if (isText(event)) return 'SMS';
  const isCall = event.requestAttributes[platformAttribute] === 'Connect';
  return event.inputMode !== 'Text' || isCall ? 'VOICE' : 'CHAT';
}
