import * as z from 'zod';

/** A value as a message may show it: configuration is not personal, but may be long. */
export const shown = (value: unknown): string =>
  ((JSON.stringify(value) as string | undefined) ?? 'nothing').slice(0, 60);

/** A whole number in a range, refused with the value and the range. */
export function wholeNumber(min: number, max: number) {
  const error = ({ input }: { readonly input?: unknown }) =>
    `${shown(input)} must be a whole number from ${String(min)} to ${String(max)}`;
  return z.int({ error }).check(z.gte(min, { error }), z.lte(max, { error }));
}

/** An object with these keys and no others; a refusal lists the keys, or shows the `example`. */
export const settings = <Shape extends z.ZodRawShape>(shape: Shape, example = 'an object') =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `has the unknown key ${issue.keys.map(shown).join(', ')}; allowed are ${Object.keys(shape).join(', ')}`
        : `${shown(issue.input)} must be ${example}`,
  });
