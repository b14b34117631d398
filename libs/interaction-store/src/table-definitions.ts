/** A table as CDK and the tests create it. Index projections are KEYS_ONLY: records are read by key, consistently. */
export interface TableDefinition {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey?: string;
  readonly indexes: readonly {
    readonly name: string;
    readonly partitionKey: string;
    readonly sortKey?: string;
  }[];
  readonly timeToLiveAttribute?: string;
}

/** The single table of requests, calls, conversations, events, number ledgers and the dial pace. All keys are strings. */
export const interactionsTable = {
  name: 'AtlasEngineInteractions',
  partitionKey: 'PK',
  sortKey: 'SK',
  indexes: [
    { name: 'GSI1', partitionKey: 'GSI1PK' },
    { name: 'GSI2', partitionKey: 'GSI2PK', sortKey: 'GSI2SK' },
    { name: 'GSI3', partitionKey: 'GSI3PK', sortKey: 'GSI3SK' },
  ],
} as const satisfies TableDefinition;

/** The tokens by which workflows wait; apart from the rest, because they are secrets with an end. */
export const taskTokensTable = {
  name: 'AtlasEngineTaskTokens',
  partitionKey: 'PK',
  indexes: [],
  timeToLiveAttribute: 'expiresAt',
} as const satisfies TableDefinition;
