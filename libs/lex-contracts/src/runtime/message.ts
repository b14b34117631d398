import * as z from 'zod';
import { lexLimits } from './limits.ts';

const textUpTo = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

const content = textUpTo(lexLimits.message);
const cardText = textUpTo(lexLimits.cardText);
const possibleCardText = cardText.optional();
const buttonText = textUpTo(lexLimits.buttonText);
const button = z.strictObject({ text: buttonText, value: buttonText });

/** What the bot says or shows. */
export const messageSchema = z.discriminatedUnion('contentType', [
  z.strictObject({ contentType: z.enum(['PlainText', 'SSML', 'CustomPayload']), content }),
  z.strictObject({
    contentType: z.literal('ImageResponseCard'),
    imageResponseCard: z.strictObject({
      title: cardText,
      subtitle: possibleCardText,
      imageUrl: possibleCardText,
      buttons: z.array(button).max(lexLimits.cardButtons).optional(),
    }),
  }),
]);
export type Message = z.output<typeof messageSchema>;

/** What a card may show. */
export type Card = Extract<Message, { readonly contentType: 'ImageResponseCard' }>['imageResponseCard'];

/** A message that is a card. */
export const responseCard = (card: Card): Message => ({
  contentType: 'ImageResponseCard',
  imageResponseCard: card,
});

/** A message of plain text. */
export const plainText = (text: string): Message => ({ contentType: 'PlainText', content: text });
