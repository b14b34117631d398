/** What an item's attributes may hold: JSON. Undefined entries of objects are not stored. */
export type ItemValue =
  string | number | boolean | null | readonly ItemValue[] | { readonly [key: string]: ItemValue | undefined };

export type Item = Readonly<Record<string, ItemValue | undefined>>;

/** The text of an attribute; empty when it is absent or no text. */
export function textOf(item: Item, attribute: string): string {
  const value = item[attribute];
  return typeof value === 'string' ? value : '';
}

/** Items of the task token table have no sort key. */
export interface ItemKey {
  readonly table: 'interactions' | 'taskTokens';
  readonly PK: string;
  readonly SK?: string;
}

/**
 * One conditional change of one item, which is created when it does not exist. With neither `set` nor `remove` it
 * only checks.
 */
export interface ItemWrite {
  readonly key: ItemKey;
  /** Every attribute must have this value; undefined: the item must not have the attribute. */
  readonly expect: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly set?: Item;
  readonly remove?: readonly string[];
}

/** A question to one partition of an index of the interaction table. */
export interface IndexQuestion {
  readonly index: 'GSI1' | 'GSI2' | 'GSI3';
  readonly partition: string;
  /** Sort keys below this one. */
  readonly before?: string;
  readonly limit: number;
  readonly newestFirst?: boolean;
}

/** Two tables of items with conditional writes: all that the interaction store needs of a database. */
export interface ItemStorage {
  /** Strongly consistent. */
  readonly read: (key: ItemKey) => Promise<Item | undefined>;
  /** Items of the interaction table with `from` ≤ SK ≤ `to`, by SK; strongly consistent. */
  readonly readPartition: (range: {
    readonly PK: string;
    readonly from?: string;
    readonly to?: string;
  }) => Promise<readonly Item[]>;
  /** Eventually consistent. */
  readonly findKeys: (question: IndexQuestion) => Promise<readonly ItemKey[]>;
  /** How many items a partition of GSI3 has; eventually consistent. */
  readonly countOpen: (partition: string) => Promise<number>;
  /** All writes or none. `CONFLICT`: a condition did not hold, or another transaction was at work. */
  readonly write: (writes: readonly ItemWrite[]) => Promise<'WRITTEN' | 'CONFLICT'>;
}
