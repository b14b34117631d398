/** `bytes` of the JSON of all: what is ours, and the rest of an answer, has room beside them. */
const limits = { count: 20, name: 64, value: 512, bytes: 8000 } as const;

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/**
 * Attributes that other programs keep in a session, to be passed on and never used. They come from the client, which
 * may write anything into them: only as many are kept, of such names and lengths, that an answer to Lex stays within
 * its limits. `own` names those that the function itself sets.
 */
export function othersAttributes(
  attributes: Readonly<Record<string, string>>,
  own: readonly string[],
): Record<string, string> {
  const kept = Object.entries(attributes).filter(
    ([name, value]) =>
      !own.includes(name) &&
      /^[\w.:-]+$/.test(name) &&
      name.length <= limits.name &&
      value.length <= limits.value,
  );
  let bytes = 0;
  const fitting = kept.slice(0, limits.count).filter((entry) => {
    const size = bytesOf(entry);
    const fits = bytes + size <= limits.bytes;
    if (fits) bytes += size;
    return fits;
  });
  return Object.fromEntries(fitting);
}
