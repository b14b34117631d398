import type { LocaleModel } from '../bot/locale-model.ts';
import type { WireIntent, WireSlot } from '../dialog/session.ts';

/** Whether conversation logs show the name of a slot in the place of its value; they do unless the bot says otherwise. */
export function isObfuscated(locale: LocaleModel, intent: string, slot: string): boolean {
  const definition = locale.intents.get(intent)?.definition.Slots?.find(({ Name }) => Name === slot);
  return definition !== undefined && definition.ObfuscationSetting?.ObfuscationSettingType !== 'None';
}

/** What a slot is called in the place of its value. */
const nameOf = (slot: string): string => `{${slot}}`;

/** An intent with the names of its obfuscated slots in the place of their values. */
export function withoutValues(locale: LocaleModel, intent: WireIntent): WireIntent {
  const slots = Object.entries(intent.slots).map(
    ([name, slot]) => [name, isObfuscated(locale, intent.name, name) ? hidden(name, slot) : slot] as const,
  );
  return { ...intent, slots: Object.fromEntries(slots) };
}

const hidden = (name: string, slot: WireSlot): WireSlot =>
  slot === null
    ? null
    : {
        shape: 'Scalar',
        value: {
          originalValue: nameOf(name),
          interpretedValue: nameOf(name),
          resolvedValues: slot.value.resolvedValues.map(() => nameOf(name)),
        },
      };

/** What was said, and what it is judged by. */
export interface Utterance {
  readonly text: string;
  readonly intent: WireIntent;
  /** The slot that was asked for, and its intent, before it was said. */
  readonly asked?: { readonly intent: string; readonly slot: string } | undefined;
}

/**
 * An utterance with the names of obfuscated slots in the place of their values. An answer to a question for such a slot in
 * which no value was recognized is hidden as a whole. Source: developer guide, "Obscuring slot values".
 */
export function withoutSpokenValues(locale: LocaleModel, { text, intent, asked }: Utterance): string {
  const values = Object.entries(intent.slots).flatMap(([name, slot]) =>
    slot !== null && isObfuscated(locale, intent.name, name) && text.includes(slot.value.originalValue)
      ? [{ name, said: slot.value.originalValue }]
      : [],
  );
  const isUnread = !values.some(({ name }) => name === asked?.slot);
  if (asked !== undefined && isObfuscated(locale, asked.intent, asked.slot) && isUnread)
    return nameOf(asked.slot);
  // The longest first: a name may be part of another one.
  return [...values]
    .sort((a, b) => b.said.length - a.said.length)
    .reduce(
      (left, { name, said }) => left.replaceAll(said, () => nameOf(name)),
      text.replaceAll(/[{}]/g, (bracket) => `\\\\${bracket}`),
    );
}
