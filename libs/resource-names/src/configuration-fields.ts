import * as z from 'zod';

/** A number within bounds, both allowed. */
export function numberBetween(from: number, to: number) {
  const allowed = `a number from ${from} to ${to}`;
  return z.number(allowed).min(from, allowed).max(to, allowed);
}

/** A whole number within bounds, both allowed. */
export function integerBetween(from: number, to: number) {
  const allowed = `a whole number from ${from} to ${to}`;
  return z.int(allowed).min(from, allowed).max(to, allowed);
}

/** One of a closed list of strings. */
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, `one of ${values.join(', ')}`);

/** One of a closed list of numbers. */
export const oneOfNumbers = <const T extends readonly [number, ...number[]]>(values: T) =>
  z.literal(values, `one of ${values.join(', ')}`);

/** Text of a certain form; `allowed` describes the form in words. */
export const matching = (form: RegExp, allowed: string) => z.string(allowed).regex(form, allowed);

/** An absolute URL with one of the protocols. */
export const urlWith = (...protocols: readonly string[]) =>
  z.url({
    protocol: new RegExp(`^(${protocols.join('|')})$`),
    error: `an absolute URL with ${protocols.join(' or ')}`,
  });
