/** An attribute value in wire form, e.g. `{ S: 'text' }`. */
export type AttributeValue = Record<string, unknown>;
export type Item = Record<string, AttributeValue>;
export type Input = Record<string, unknown>;

interface KeyElement {
  AttributeName: string;
  KeyType: string;
}

/** A table as DescribeTable shows it. */
export interface Table extends Record<string, unknown> {
  TableName: string;
  TableStatus: string;
  TableArn: string;
  KeySchema: KeyElement[];
  AttributeDefinitions: { AttributeName: string; AttributeType: string }[];
}

/** How dynalite reports a refusal: the error's body is the answer's. */
export interface DynaliteError extends Error {
  statusCode?: number;
  body?: { __type: string; message?: string; Message?: string };
}

export type Callback<T> = (error: DynaliteError | null | undefined, result?: T) => void;

export type BatchStep = { type: 'put'; key: string; value: unknown } | { type: 'del'; key: string };

/** A named part of the database. */
export interface Part {
  get(key: string, callback: Callback<Item>): void;
  put(key: string, value: unknown, callback: Callback<void>): void;
  del(key: string, callback: Callback<void>): void;
  lock(key: string, held: (release: <T>(callback: Callback<T>) => Callback<T>) => void): void;
}

export interface TablePart extends Part {
  awsAccountId: string;
  awsRegion: string;
}

interface Level {
  open(): Promise<void>;
  close(): Promise<void>;
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
  batch(steps: BatchStep[]): Promise<void>;
  iterator(range: { gte: string; lt: string }): AsyncIterable<[string, unknown]>;
}

/** What dynalite's actions work on. */
export interface Store {
  options: Record<string, unknown>;
  db: Level;
  tableDb: TablePart;
  lifecycleManager: { gracefulClose(): Promise<void> };
  getItemDb(table: string): Part;
  getIndexDb(type: string, table: string, index: string): Part;
  getTable(name: string, checkStatus: boolean | Callback<Table>, callback?: Callback<Table>): void;
}

export type Action = (store: Store, data: Input, callback: Callback<Record<string, unknown>>) => void;

export interface Rules {
  types: Record<string, unknown>;
  custom?: (data: Input, store: Store) => string | undefined;
}

export declare const dynalite: {
  create(options: {
    path?: string;
    createTableMs: number;
    deleteTableMs: number;
    updateTableMs: number;
  }): Store;
  validateKey(key: Item, table: Table): DynaliteError | null | undefined;
  validateItem(item: Item, table: Table): DynaliteError | null | undefined;
  createKey(item: Item, table: Table): string;
  itemSize(item: Item): number;
  checkTypes(data: Input, types: Rules['types']): Input;
  checkValidations(data: Input, types: Rules['types'], custom: Rules['custom'], store: Store): void;
};

export declare const actions: Readonly<
  Record<
    | 'BatchGetItem'
    | 'CreateTable'
    | 'DeleteItem'
    | 'DeleteTable'
    | 'GetItem'
    | 'PutItem'
    | 'Query'
    | 'Scan'
    | 'UpdateItem'
    | 'UpdateTable',
    Action
  >
>;

export declare const rules: Readonly<
  Record<keyof typeof actions | 'BatchWriteItem' | 'DescribeTable' | 'ListTables', Rules>
>;
