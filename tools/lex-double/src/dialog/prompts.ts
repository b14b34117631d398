import type { BotMessage, BotResponse, Prompt } from '../bot/bot-schema.ts';
import type { Progress } from './progress.ts';
import type { WireMessage } from './session.ts';

/** The way of saying each message of a prompt for this attempt; Lex picks one by chance, the double in turn. */
export const messagesOf = (
  { MessageGroupsList }: Prompt | BotResponse,
  progress: Progress,
): readonly WireMessage[] =>
  MessageGroupsList.map(({ Message, Variations = [] }) => {
    const ways = [Message, ...Variations];
    return toWire(ways[progress.retries % ways.length] ?? Message, progress);
  });

function toWire(message: BotMessage, progress: Progress): WireMessage {
  if ('PlainTextMessage' in message)
    return { contentType: 'PlainText', content: filled(message.PlainTextMessage.Value, progress) };
  if ('SSMLMessage' in message)
    return { contentType: 'SSML', content: filled(message.SSMLMessage.Value, progress) };
  if ('CustomPayload' in message)
    return { contentType: 'CustomPayload', content: filled(message.CustomPayload.Value, progress) };
  return { contentType: 'ImageResponseCard', imageResponseCard: toCard(message.ImageResponseCard) };
}

/** `{Slot}` is what the slot holds, `[attribute]` what the session does; what is not there stays as it is written. */
const filled = (text: string, { intent, sessionAttributes }: Progress): string =>
  text
    .replaceAll(/\{(\w+)\}/g, (written, name: string) => {
      const value = intent.slots[name]?.value;
      return value?.interpretedValue ?? value?.originalValue ?? written;
    })
    .replaceAll(/\[([\w.-]+)\]/g, (written, name: string) => sessionAttributes[name] ?? written);

type CardMessage = Extract<BotMessage, { readonly ImageResponseCard: unknown }>['ImageResponseCard'];

const toCard = ({ Title, Subtitle, ImageUrl, Buttons }: CardMessage) => ({
  title: Title,
  ...(Subtitle === undefined ? {} : { subtitle: Subtitle }),
  ...(ImageUrl === undefined ? {} : { imageUrl: ImageUrl }),
  ...(Buttons === undefined
    ? {}
    : { buttons: Buttons.map(({ Text, Value }) => ({ text: Text, value: Value })) }),
});
