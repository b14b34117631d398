/** The name and key attributes of one secondary index. All key attributes are strings. */
export interface IndexKeys {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey?: string;
}

/**
 * Keys of AtlasEngineInteractions. The access patterns are written down beside the code that uses them, in
 * `libs/interaction-store`.
 */
export const interactionsKeys = {
  partitionKey: 'PK',
  sortKey: 'SK',
  indexes: [
    { name: 'GSI1', partitionKey: 'GSI1PK' },
    { name: 'GSI2', partitionKey: 'GSI2PK', sortKey: 'GSI2SK' },
    { name: 'GSI3', partitionKey: 'GSI3PK', sortKey: 'GSI3SK' },
  ],
} as const satisfies {
  readonly partitionKey: string;
  readonly sortKey: string;
  readonly indexes: readonly IndexKeys[];
};

/** Keys of AtlasEngineTaskTokens. `timeToLive` holds epoch seconds. */
export const taskTokensKeys = { partitionKey: 'PK', timeToLive: 'expiresAt' } as const;

/** The keys of the item that stands for a request in AtlasEngineInteractions. */
export const requestItem = { partitionKeyPrefix: 'REQ#', sortKey: 'REQUEST' } as const;
