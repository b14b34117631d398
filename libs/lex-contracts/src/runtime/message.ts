import * as z from 'zod';
import { lexLimits } from './limits.ts';

const content = z.string().min(1).max(lexLimits.message);
const cardText = z.string().min(1).max(lexLimits.cardText);
const button = z.strictObject({
  text: z.string().min(1).max(lexLimits.buttonText),
  value: z.string().min(1).max(lexLimits.buttonText),
});

/** What the bot says or shows. */
export const messageSchema = z.discriminatedUnion('contentType', [
  z.strictObject({ contentType: z.enum(['PlainText', 'SSML', 'CustomPayload']), content }),
  z.strictObject({
    contentType: z.literal('ImageResponseCard'),
    imageResponseCard: z.strictObject({
      title: cardText,
      subtitle: cardText.optional(),
      imageUrl: cardText.optional(),
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
