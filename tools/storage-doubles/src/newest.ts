/** The newest entries of something that is for looking at, in memory. */
export interface Newest<T> {
  add(entry: T): void;
  /** The oldest first. */
  list(): readonly T[];
  /** Drops what does not pass. */
  keep(passes: (entry: T) => boolean): void;
}

/** Keeps the newest `most` entries, and at times up to a tenth more, so that dropping the oldest stays cheap. */
export const createNewest = <T>(most: number): Newest<T> => {
  let entries: T[] = [];
  return {
    add: (entry) => {
      entries.push(entry);
      if (entries.length > most * 1.1) entries = entries.slice(-most);
    },
    list: () => entries,
    keep: (passes) => {
      entries = entries.filter(passes);
    },
  };
};
