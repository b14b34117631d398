import type { CodeHookEvent } from '@atlas-engine/lex-contracts';
import { isText } from './sender.ts';

/** How a customer talks to the bot. */
export type Channel = 'CHAT' | 'VOICE' | 'SMS';

/** The attribute by which Lex says where the words come from, e.g. `Connect` (a phone call) or `Connect Chat`. */
const platformAttribute = 'x-amz-lex:channels:platform';

/** Whether Lex says that the words were spoken in a phone call through Amazon Connect. Clients cannot set the attribute. */
export const fromPhoneCall = ({ requestAttributes }: CodeHookEvent): boolean =>
  requestAttributes[platformAttribute] === 'Connect';

/** Whether Amazon Connect carries the conversation, as a call or a chat: its flow does what follows. */
export const fromConnect = ({ requestAttributes }: CodeHookEvent): boolean =>
  requestAttributes[platformAttribute]?.startsWith('Connect') === true;

export function channelOf(event: CodeHookEvent): Channel {
  if (isText(event)) return 'SMS';
  return event.inputMode !== 'Text' || fromPhoneCall(event) ? 'VOICE' : 'CHAT';
}
