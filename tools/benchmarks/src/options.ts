import { UsageError } from '@atlas-engine/command-line';

export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** @throws UsageError unless `text` is a whole number within the bounds */
export function wholeNumber(name: string, text: string | undefined, { min, max }: Bounds): number {
  const given = text ?? '';
  const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new UsageError(
    `${name}: "${given.slice(0, 20)}" is not a whole number between ${String(min)} and ${String(max)}`,
  );
}

/** A list of whole numbers apart by commas. @throws UsageError for anything else */
export const wholeNumbers = (name: string, text: string | undefined, bounds: Bounds): readonly number[] =>
  (text ?? '').split(',').map((one) => wholeNumber(name, one.trim(), bounds));
