import { invalidParameter } from '../function-name.ts';

const wholeNumber = (name: string, text: string | null, fallback: number): number => {
  if (text === null) return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw invalidParameter(`${name}: must be a whole number, was not`);
};

/** One page of a list, as `MaxItems` and `Marker` ask for it; 50 items by default and at most. */
export const pageOf = <T>(
  items: readonly T[],
  query: URLSearchParams,
): { page: T[]; NextMarker?: string } => {
  const from = wholeNumber('Marker', query.get('Marker'), 0);
  const size = Math.min(50, Math.max(1, wholeNumber('MaxItems', query.get('MaxItems'), 50)));
  const page = items.slice(from, from + size);
  return { page, ...(from + size < items.length && { NextMarker: String(from + size) }) };
};
