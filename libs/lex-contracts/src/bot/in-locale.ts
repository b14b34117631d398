import type { BotDefinition, IntentDefinition, IntentTranslation, SlotDefinition } from './bot-definition.ts';

/** A bot as it is in one locale: with what is said there, and without the other locales. */
export function inLocale(bot: BotDefinition, localeId: string): BotDefinition {
  const locale = bot.locales[localeId];
  if (locale?.translation === undefined) return { ...bot, locales: only(bot, localeId) };
  const { translation, ...own } = locale;
  const intents = Object.entries(bot.intents).map(
    ([name, intent]) => [name, translated(intent, translation.intents[name])] as const,
  );
  return {
    ...bot,
    locales: { [localeId]: own },
    slotTypes: { ...bot.slotTypes, ...translation.slotTypes },
    intents: Object.fromEntries(intents),
  };
}

const only = ({ locales }: BotDefinition, localeId: string): BotDefinition['locales'] =>
  Object.fromEntries(Object.entries(locales).filter(([id]) => id === localeId));

const none: IntentTranslation = { utterances: [], slots: {} };

function translated(
  intent: IntentDefinition,
  { utterances, slots, confirmation }: IntentTranslation = none,
): IntentDefinition {
  const names = Object.entries(intent.slots).map(([name, slot]): readonly [string, SlotDefinition] => [
    name,
    { ...slot, ...slots[name] },
  ]);
  return {
    ...without(intent, ['localUtterances', 'confirmation']),
    utterances,
    slots: Object.fromEntries(names),
    ...(confirmation === undefined ? {} : { confirmation }),
  };
}

const without = <Name extends keyof IntentDefinition>(
  intent: IntentDefinition,
  names: readonly Name[],
): Omit<IntentDefinition, Name> =>
  Object.fromEntries(
    Object.entries(intent).filter(([name]) => !(names as readonly string[]).includes(name)),
  ) as unknown as Omit<IntentDefinition, Name>;
