import {
  type BotIntent,
  filledSlot,
  type IntentName,
  type Slot,
  type SlotName,
  type SlotValues,
} from '@atlas-engine/lex-contracts';
import type { Reading } from './reading.ts';

/** A slot that has to be asked for again, and what to say. */
export interface SlotProblem<Name extends IntentName> {
  readonly slot: SlotName<Name>;
  readonly problem: string;
  /** Slots to forget; the one asked for when absent. */
  readonly forget?: readonly SlotName<Name>[];
}

/** How each slot of an intent is read, in the order in which problems are brought up. */
export type SlotReaders<Name extends IntentName> = Partial<
  Readonly<Record<SlotName<Name>, (slot: Slot) => Reading<string>>>
>;

/** The intent with other values in some slots. */
export const withSlots = <Name extends IntentName>(
  intent: BotIntent<Name>,
  slots: Partial<SlotValues<Name>>,
): BotIntent<Name> => ({ ...intent, slots: { ...intent.slots, ...slots } });

/** What a slot holds once it was read; undefined when it is not filled. */
export const valueIn = (slot: Slot | null): string | undefined => slot?.value.interpretedValue;

/** A slot by its name: the rule that looks for enums takes a computed key of a derived type for one. */
export const slotOf = <Name extends IntentName>(intent: BotIntent<Name>, slot: SlotName<Name>): Slot | null =>
  new Map<string, Slot | null>(Object.entries(intent.slots)).get(slot) ?? null;

/** Reads the filled slots: each gets its value in one form, whatever the customer's words; the first problem wins. */
export function readSlots<Name extends IntentName>(
  intent: BotIntent<Name>,
  readers: SlotReaders<Name>,
): { readonly intent: BotIntent<Name>; readonly problem?: SlotProblem<Name> } {
  let read = intent;
  for (const slot of Object.keys(readers) as SlotName<Name>[]) {
    const filled: Slot | null = slotOf(intent, slot);
    const reading = filled === null ? undefined : readers[slot]?.(filled);
    if (filled === null || reading === undefined) continue;
    if (!reading.ok) return { intent: read, problem: { slot, problem: reading.problem } };
    const value = Object.fromEntries([[slot, filledSlot(reading.value, filled.value.originalValue)]]);
    read = withSlots(read, value as unknown as Partial<SlotValues<Name>>);
  }
  return { intent: read };
}
