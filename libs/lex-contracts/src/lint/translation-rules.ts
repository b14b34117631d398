import type { BotDefinition, IntentDefinition, IntentTranslation } from '../bot/bot-definition.ts';
import type { Finding, Rule } from './finding.ts';

/** A translation has all that the bot says, and nothing that it has no place for. */
export const completeTranslations: Rule = (bot) =>
  Object.entries(bot.locales).flatMap(([locale, { translation }]) =>
    translation === undefined
      ? []
      : [
          ...Object.keys(translation.intents).flatMap((name) => unknownIntent(bot, locale, name)),
          ...Object.entries(bot.intents)
            .filter(([, { parentSignature }]) => parentSignature === undefined)
            .flatMap(([name, intent]) =>
              untranslated(
                `locales.${locale}.translation.intents.${name}`,
                intent,
                translation.intents[name],
              ),
            ),
        ],
  );

const unknownIntent = (bot: BotDefinition, locale: string, name: string): readonly Finding[] =>
  bot.intents[name] === undefined
    ? [
        {
          where: `locales.${locale}.translation.intents.${name}`,
          problem: 'is for an intent that the bot does not have',
          allowed: `one of ${Object.keys(bot.intents).join(', ')}`,
        },
      ]
    : [];

function untranslated(
  where: string,
  intent: IntentDefinition,
  translation: IntentTranslation | undefined,
): readonly Finding[] {
  if (translation === undefined)
    return [{ where, problem: 'is missing', allowed: 'every intent is translated' }];
  const names = [...new Set([...Object.keys(intent.slots), ...Object.keys(translation.slots)])];
  return [
    ...names.flatMap((name) => slotFinding(where, name, { intent, translation })),
    ...((intent.confirmation === undefined) === (translation.confirmation === undefined)
      ? []
      : [
          {
            where: `${where}.confirmation`,
            problem: intent.confirmation === undefined ? 'confirms what is not confirmed' : 'is missing',
            allowed: 'a confirmation where the intent has one',
          },
        ]),
  ];
}

interface Both {
  readonly intent: IntentDefinition;
  readonly translation: IntentTranslation;
}

function slotFinding(where: string, name: string, { intent, translation }: Both): readonly Finding[] {
  const place = `${where}.slots.${name}`;
  const slot = intent.slots[name];
  if (slot === undefined)
    return [{ where: place, problem: 'is for a slot that the intent does not have', allowed: 'its slots' }];
  if (translation.slots[name] === undefined)
    return [{ where: place, problem: 'is missing', allowed: 'every slot is translated' }];
  return slot.card === undefined
    ? []
    : [{ where: place, problem: 'has a card, which is not translated', allowed: 'no card' }];
}
