import * as z from 'zod/mini';

/** ISO 8601 with an offset, e.g. `2026-11-21T10:00:00Z`. */
export const instant = () =>
  z.iso.datetime({ offset: true, error: 'must be an ISO 8601 date and time with an offset' });

/** A text that must match, with an error that says what is allowed. */
export const matching = (pattern: RegExp, allowed: string) =>
  z.string(`must be ${allowed}`).check(z.regex(pattern, `must be ${allowed}`));

export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });

/** Amazon Connect's id of a contact: 1 to 256 characters. */
export const contactId = () => z.string().check(z.minLength(1), z.maxLength(256));

export const count = () => z.int().check(z.minimum(0));
