import { cleanText } from '@atlas-engine/domain';
import type { Slot } from '@atlas-engine/lex-contracts';
import { type Account, type Card, type Period, periods } from '../accounts/account-book.ts';

/** What a slot was taken for; undefined when it is empty or unclear. */
const textOf = (slot: Slot | null): string | undefined => slot?.value.interpretedValue;

const isOneOf = <Value extends string>(values: readonly Value[], value: string | undefined): value is Value =>
  (values as readonly (string | undefined)[]).includes(value);

const oneOf = <Value extends string>(values: readonly Value[], slot: Slot | null): Value | undefined => {
  const value = textOf(slot);
  return isOneOf(values, value) ? value : undefined;
};

const accounts = [
  'current account',
  'savings account',
  'joint account',
] as const satisfies readonly Account[];
const cards = ['debit card', 'credit card'] as const satisfies readonly Card[];

export const readAccount = (slot: Slot | null): Account | undefined => oneOf(accounts, slot);
export const readCard = (slot: Slot | null): Card | undefined => oneOf(cards, slot);
export const readPeriod = (slot: Slot | null): Period | undefined =>
  oneOf(Object.keys(periods) as Period[], slot);

/** The most that a bot pays at once, in pounds. */
export const mostPounds = 10_000;

const wholeNumber = (slot: Slot | null, from: number, to: number): number | undefined => {
  const text = textOf(slot) ?? '';
  const value = Number(text);
  return /^\d{1,6}$/.test(text) && value >= from && value <= to ? value : undefined;
};

/** An amount in pence, from whole pounds. */
export function readAmount(slot: Slot | null): number | undefined {
  const pounds = wholeNumber(slot, 1, mostPounds);
  return pounds === undefined ? undefined : pounds * 100;
}

export const readDay = (slot: Slot | null): number | undefined => wholeNumber(slot, 1, 28);

/** A payee's name: letters, digits and what names have between them, at most 60 characters. */
export function readPayee(slot: Slot | null): string | undefined {
  const name = cleanText(textOf(slot) ?? '').replaceAll(/\s+/g, ' ');
  return /^\p{L}[\p{L}\p{M}\p{N} '’&.-]{0,59}$/u.test(name) ? name : undefined;
}
