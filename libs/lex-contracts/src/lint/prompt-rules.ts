import type { BotDefinition } from '../bot/bot-definition.ts';
import { textedLocalesOf } from '../bot/bot-types.ts';
import type { CardDefinition } from '../bot/card-definition.ts';
import { buildLimits } from './build-limits.ts';
import type { Finding, Rule } from './finding.ts';

/** The GSM alphabet, as far as prompts need it: any other character makes an SMS of 70 characters. */
const gsmText = /^[A-Za-z0-9 @£$¥èéùìòÇØøÅåÄÖÑÜ§äöñüàÆæßÉ!"#%&'()*+,\-./:;<=>?¡¿_{}\n]*$/;

const everyText = (bot: BotDefinition) =>
  Object.entries(bot.intents).flatMap(([name, { slots, confirmation }]) => [
    ...Object.entries(slots).map(([slot, { prompts }]) => ({
      where: `intents.${name}.slots.${slot}.prompts`,
      texts: prompts,
    })),
    ...(confirmation === undefined
      ? []
      : [
          {
            where: `intents.${name}.confirmation`,
            texts: [...confirmation.prompts, ...confirmation.declined],
          },
        ]),
  ]);

const isForSms = (text: string): boolean => text.length <= buildLimits.smsCharacters && gsmText.test(text);
const isForVoice = (text: string): boolean =>
  text.split(/\s+/).length <= buildLimits.spokenWords && !/[<>]/.test(text);

function problemsOf(where: string, text: string, isTexted: boolean): readonly Finding[] {
  const place = `${where} "${text.slice(0, 40)}"`;
  return [
    ...(text === ''
      ? [{ where, problem: 'is empty', allowed: `1 to ${String(buildLimits.message)} characters` }]
      : []),
    ...(!isTexted || isForSms(text)
      ? []
      : [
          {
            where: place,
            problem: 'does not fit into one SMS',
            allowed: `at most ${String(buildLimits.smsCharacters)} characters of the GSM alphabet`,
          },
        ]),
    ...(isForVoice(text)
      ? []
      : [
          {
            where: place,
            problem: 'is not fit to be spoken',
            allowed: `at most ${String(buildLimits.spokenWords)} words, without markup`,
          },
        ]),
  ];
}

/** What is asked fits into one SMS, where texts are answered, and can be kept in mind when it is heard. */
export const speakable: Rule = (bot) => {
  const isTexted = textedLocalesOf(bot).length > 0;
  return everyText(bot).flatMap(({ where, texts }) =>
    texts.flatMap((text) => problemsOf(where, text, isTexted)),
  );
};

const isCard = ({ title, subtitle = '', buttons }: CardDefinition): boolean =>
  [title, subtitle].every((text) => text.length <= buildLimits.card) &&
  title !== '' &&
  buttons.length >= 1 &&
  buttons.length <= buildLimits.buttons &&
  buttons
    .flatMap(({ text, value }) => [text, value])
    .every((text) => text.length >= 1 && text.length <= buildLimits.button);

/** Cards are ones that Lex shows. */
export const showableCards: Rule = (bot) =>
  Object.entries(bot.intents).flatMap(([name, { slots }]) =>
    Object.entries(slots).flatMap(([slot, { card }]) =>
      card === undefined || isCard(card)
        ? []
        : [
            {
              where: `intents.${name}.slots.${slot}.card`,
              problem: 'cannot be shown',
              allowed: `title and subtitle up to ${String(buildLimits.card)} characters, 1 to ${String(buildLimits.buttons)} buttons of up to ${String(buildLimits.button)}`,
            },
          ],
    ),
  );
