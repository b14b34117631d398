import { type PhoneNumber, phoneNumberSchema } from '@atlas-engine/domain';
import { type AnyBotIntent, type CodeHookEvent, filledSlot } from '@atlas-engine/lex-contracts';

/** The request attribute with the number of who sent a text. */
export const senderAttribute = 'x-atlas-sender';

/** The alias that only LexFulfillmentHandler itself may speak to: what comes through it was a text. */
const textAlias = 'sms';

/** Whether a turn is a text. Told by the alias, which Lex writes into the event: no client can pretend it. */
export const isText = ({ bot }: CodeHookEvent): boolean => bot.aliasName === textAlias;

/** The number of who sent a text, as the carrier says; undefined for what came any other way, whatever it claims. */
export function senderOf(event: CodeHookEvent): PhoneNumber | undefined {
  if (!isText(event)) return undefined;
  const parsed = phoneNumberSchema.safeParse(event.requestAttributes[senderAttribute]);
  return parsed.success ? parsed.data : undefined;
}

/** The intent with the number of who sent a text, where it needs one and none was said. */
export function withSender(event: CodeHookEvent, intent: AnyBotIntent): AnyBotIntent {
  const phone = senderOf(event);
  if (phone === undefined || !('PhoneNumber' in intent.slots) || intent.slots.PhoneNumber !== null)
    return intent;
  return { ...intent, slots: { ...intent.slots, PhoneNumber: filledSlot(phone) } } as AnyBotIntent;
}
