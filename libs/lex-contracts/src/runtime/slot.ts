import * as z from 'zod';
import { lexLimits } from './limits.ts';

const spoken = z.string().max(lexLimits.utterance);

/**
 * A filled slot as Lex sends it. `interpretedValue` is null when the value is ambiguous, such as "10 o'clock": then
 * `resolvedValues` has what it may mean.
 */
export const slotSchema = z.object({
  value: z.object({
    originalValue: spoken,
    interpretedValue: spoken.nullish().transform((value) => value ?? undefined),
    resolvedValues: z
      .array(spoken)
      .nullish()
      .transform((values) => values ?? []),
  }),
});
export type Slot = z.output<typeof slotSchema>;

/** A slot with a value that the function has found to be right. */
export const filledSlot = (interpretedValue: string, originalValue = interpretedValue): Slot => ({
  value: { originalValue, interpretedValue, resolvedValues: [interpretedValue] },
});

const writtenText = spoken.min(1);

/** A filled slot as it is sent to Lex, which wants an interpretation: what was said stands in for a missing one. */
export const writtenSlotSchema = z.strictObject({
  shape: z.literal('Scalar'),
  value: z.strictObject({
    originalValue: writtenText,
    interpretedValue: writtenText,
    resolvedValues: z.array(spoken),
  }),
});
export type WrittenSlot = z.output<typeof writtenSlotSchema>;

/** A slot in the form in which Lex takes it back. */
export const writeSlot = ({ value }: Slot): WrittenSlot => ({
  shape: 'Scalar',
  value: {
    originalValue: value.originalValue,
    interpretedValue: value.interpretedValue ?? value.originalValue,
    resolvedValues: value.resolvedValues,
  },
});
