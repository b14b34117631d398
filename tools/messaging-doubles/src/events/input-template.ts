/** The value of a placeholder; `known: false` for a name that the template does not define. */
export type Lookup = (name: string) => { readonly known: boolean; readonly value: unknown };

const token = /\\.|"|<([A-Za-z0-9_.-]+)>/gs;

const inserted = (value: unknown, quoted: boolean): string => {
  if (!quoted) return JSON.stringify(value === undefined ? '' : value);
  const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  return JSON.stringify(text).slice(1, -1);
};

/**
 * Fills the placeholders of an input template: as JSON outside quotes, as escaped text within them.
 *
 * A variable whose path leads nowhere becomes empty text. A name that is not known stays as it is.
 */
export const fillTemplate = (template: string, lookup: Lookup): string => {
  let quoted = false;
  return template.replace(token, (found: string, name: string | undefined) => {
    if (found === '"') quoted = !quoted;
    const { known, value } = name === undefined ? { known: false, value: undefined } : lookup(name);
    return known ? inserted(value, quoted) : found;
  });
};
