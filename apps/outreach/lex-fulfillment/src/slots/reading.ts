import type { Slot } from '@atlas-engine/lex-contracts';

/** What a slot was found to hold; a problem is said to the customer, and the slot asked for again. */
export type Reading<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: string };

export const found = <Value>(value: Value): Reading<Value> => ({ ok: true, value });
export const unusable = <Value = never>(problem: string): Reading<Value> => ({ ok: false, problem });

/** What Lex took the words for, else the words. */
export const textOf = ({ value }: Slot): string => value.interpretedValue ?? value.originalValue;
