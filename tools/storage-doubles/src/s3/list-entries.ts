import { compareKeys, firstWhere } from './key-order.ts';

/** One line of a list: an object, or a common prefix that stands for all keys that begin with it. */
export interface ListEntry {
  readonly name: string;
  readonly isPrefix: boolean;
}

/** Which page of a list is asked for. */
export interface ListQuestion {
  readonly prefix: string;
  /** Empty for none. */
  readonly delimiter: string;
  /** Keys up to this one are left out, and so is the common prefix of this name: the page before ended with it. */
  readonly after: string;
  /** Entries on the page; a common prefix counts as one. */
  readonly most: number;
}

/** The entry that a key belongs to. */
const entryOf = (key: string, { prefix, delimiter }: ListQuestion): ListEntry => {
  const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return at < 0
    ? { name: key, isPrefix: false }
    : { name: key.slice(0, at + delimiter.length), isPrefix: true };
};

/** One page of a bucket's keys, which must be in order; it costs as much as the page is long. */
export const listEntries = (
  keys: readonly string[],
  question: ListQuestion,
): { readonly entries: readonly ListEntry[]; readonly truncated: boolean } => {
  const { prefix, after, most } = question;
  const entries: ListEntry[] = [];
  const isWanted = (key: string): boolean =>
    compareKeys(key, prefix) >= 0 && (after === '' || compareKeys(key, after) > 0);
  for (let index = firstWhere(keys, isWanted); index < keys.length;) {
    const key = keys[index] ?? '';
    if (!key.startsWith(prefix)) break;
    const entry = entryOf(key, question);
    if (entry.name !== after) {
      if (entries.length === most) return { entries, truncated: most > 0 };
      entries.push(entry);
    }
    const isPast = (other: string): boolean =>
      compareKeys(other, entry.name) > 0 && !other.startsWith(entry.name);
    index = entry.isPrefix ? firstWhere(keys, isPast, index) : index + 1;
  }
  return { entries, truncated: false };
};
