import type { Wordings } from './bot-definition.ts';
import type { CardDefinition } from './card-definition.ts';
import type { LexMessage, MessageGroup, PromptSpecification } from './cloudformation-bot.ts';

/** How often something is asked for again before Lex gives up, unless it is said otherwise. */
const usualRetries = 2;

const plainText = (Value: string): LexMessage => ({ PlainTextMessage: { Value } });

const toCard = ({ title, subtitle, buttons }: CardDefinition): MessageGroup => ({
  Message: {
    ImageResponseCard: {
      Title: title,
      ...(subtitle === undefined ? {} : { Subtitle: subtitle }),
      Buttons: buttons.map(({ text, value }) => ({ Text: text, Value: value })),
    },
  },
});

/** Wordings, and a card where there is one, as Lex's message groups. */
export function toMessageGroups(
  [first, ...others]: Wordings,
  card?: CardDefinition,
): readonly MessageGroup[] {
  const words: MessageGroup = {
    Message: plainText(first),
    ...(others.length > 0 ? { Variations: others.map(plainText) } : {}),
  };
  return card === undefined ? [words] : [words, toCard(card)];
}

/** A question that the customer may interrupt. */
export const toPrompt = (
  prompts: Wordings,
  { card, retries = usualRetries }: { readonly card?: CardDefinition; readonly retries?: number } = {},
): PromptSpecification => ({
  AllowInterrupt: true,
  MaxRetries: retries,
  MessageGroupsList: toMessageGroups(prompts, card),
});
