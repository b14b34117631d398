import type { Json } from '../json.ts';
import type { Expectation } from './evaluate.ts';

const wholeFrom =
  (least: number, most: number) =>
  (value: Json): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

const longestSeconds = 99_999_999;

/** What the fields of states take, by the names that the service uses. */
export const expectations = {
  array: { name: 'array', accepts: (value: Json): value is Json[] => Array.isArray(value) },
  boolean: { name: 'boolean', accepts: (value: Json): value is boolean => typeof value === 'boolean' },
  string: { name: 'string', accepts: (value: Json): value is string => typeof value === 'string' },
  seconds: { name: 'integer', accepts: wholeFrom(0, longestSeconds) },
  positiveSeconds: { name: 'positive integer', accepts: wholeFrom(1, longestSeconds) },
  concurrency: { name: 'non-negative integer', accepts: wholeFrom(0, Number.MAX_SAFE_INTEGER) },
} as const satisfies Record<string, Expectation<Json>>;
