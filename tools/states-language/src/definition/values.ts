import * as z from 'zod';
import { isExpression } from '../query/expression.ts';

const longestSeconds = 99_999_999;
const oneYearSeconds = 31_622_400;
const rfc3339 =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const variableName = /^[\p{L}_][\p{L}\p{M}\p{Nd}_]{0,79}$/u;

/** Whether text is a time stamp that a Wait state takes: ISO 8601 extended with an offset. */
export const isTimestamp = (text: string): boolean => rfc3339.test(text);

const expression = z.string().refine(isExpression, 'must be a JSONata expression between {% and %}');

/** A literal, or a JSONata expression that gives one. */
export const orExpression = <T extends z.ZodType>(literal: T, problem: string) =>
  z.union([literal, expression], { error: `${problem}, or a JSONata expression between {% and %}` });

/** Any JSON with JSONata expressions in its strings. */
export const template = z.json();

export const positiveSeconds = orExpression(
  z.int().min(1).max(longestSeconds),
  `must be a whole number of seconds from 1 to ${longestSeconds}`,
);
export const waitSeconds = orExpression(
  z.int().min(0).max(longestSeconds),
  `must be a whole number of seconds from 0 to ${longestSeconds}`,
);
export const timestamp = z.string().refine((text) => isExpression(text) || isTimestamp(text), {
  error: 'String does not match RFC3339 timestamp',
});
export const machineTimeout = z
  .int()
  .min(1)
  .max(longestSeconds, `must be a whole number of seconds from 1 to ${longestSeconds}`);
export const interval = z.int().min(1).max(longestSeconds);
export const longestDelay = z
  .int()
  .min(1)
  .max(oneYearSeconds - 1);
export const attempts = z.int().min(0).max(longestSeconds);
export const concurrency = orExpression(z.int().min(0), 'must be a whole number from 0');
export const text = z.string();

/** Variables to set; names are identifiers of up to 80 characters, and `states` is taken. */
export const assignments = z.record(
  z.string().refine((name) => variableName.test(name) && name !== 'states', {
    error: 'variable names are identifiers of up to 80 characters other than `states`',
  }),
  template,
);
