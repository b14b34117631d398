import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Item, ItemKey, ItemStorage, ItemWrite } from '../storage/item-storage.ts';
import { textOf } from '../storage/item-storage.ts';
import { marshalItem, unmarshalItem } from '../storage/marshal.ts';

type Stored = Record<string, AttributeValue>;

const idOf = ({ table, PK, SK = '' }: ItemKey): string => JSON.stringify([table, PK, SK]);

const keyAttributes = ({ PK, SK }: ItemKey): Item => ({ PK, SK });

/** The storage's contract in memory. Items lie there as DynamoDB would hold them, so that nothing else can be stored. */
export interface InMemoryStorage extends ItemStorage {
  /** Every item, for tests that look at what is stored. */
  readonly items: () => readonly Item[];
  /** Puts an item as another program would, without a condition. */
  readonly put: (key: ItemKey, item: Item) => void;
}

export function createInMemoryStorage(): InMemoryStorage {
  const stored = new Map<string, Stored>();

  const itemAt = (key: ItemKey): Item | undefined => {
    const found = stored.get(idOf(key));
    return found === undefined ? undefined : unmarshalItem(found);
  };
  const all = (): Item[] => [...stored.values()].map(unmarshalItem);

  const holds = ({ key, expect }: ItemWrite): boolean => {
    const item = itemAt(key) ?? {};
    return Object.entries(expect).every(([name, value]) => item[name] === value);
  };

  const apply = ({ key, set, remove = [] }: ItemWrite): void => {
    if (set === undefined && remove.length === 0) return;
    const kept = Object.entries(itemAt(key) ?? {}).filter(([name]) => !remove.includes(name));
    const item = { ...Object.fromEntries(kept), ...keyAttributes(key) };
    for (const [name, value] of Object.entries(set ?? {})) if (value !== undefined) item[name] = value;
    stored.set(idOf(key), marshalItem(item));
  };

  const refuseTwice = (writes: readonly ItemWrite[]): void => {
    const ids = writes.map(({ key }) => idOf(key));
    if (new Set(ids).size !== ids.length) throw new Error('A transaction must not name one item twice.');
  };

  return {
    items: all,
    put: (key, item) => void stored.set(idOf(key), marshalItem({ ...item, ...keyAttributes(key) })),

    read: async (key) => itemAt(key),

    readPartition: async ({ PK, from = ' ', to = '\uFFFD' }) =>
      all()
        .filter((item) => item['PK'] === PK && textOf(item, 'SK') >= from && textOf(item, 'SK') <= to)
        .sort((a, b) => (textOf(a, 'SK') < textOf(b, 'SK') ? -1 : 1)),

    findKeys: async ({ index, partition, before, limit, newestFirst = false }) => {
      const sortKey = `${index}SK`;
      const found = all()
        .filter(
          (item) =>
            item[`${index}PK`] === partition && (before === undefined || textOf(item, sortKey) < before),
        )
        .sort((a, b) => (textOf(a, sortKey) < textOf(b, sortKey) ? -1 : 1));
      const ordered = newestFirst ? found.reverse() : found;
      return ordered
        .slice(0, limit)
        .map((item) => ({ table: 'interactions', PK: textOf(item, 'PK'), SK: textOf(item, 'SK') }));
    },

    countOpen: async (partition) => all().filter((item) => item['GSI3PK'] === partition).length,

    write: async (writes) => {
      refuseTwice(writes);
      if (!writes.every(holds)) return 'CONFLICT';
      writes.forEach(apply);
      return 'WRITTEN';
    },
  };
}
