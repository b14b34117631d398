import { type AtlasApp, AtlasStack } from '@atlas-engine/constructs';
import { type IndexKeys, interactionsKeys, taskTokensKeys } from '@atlas-engine/resource-names';
import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnTable, type CfnTableProps } from 'aws-cdk-lib/aws-dynamodb';

/** The two tables. Both outlive their stack. */
export class DataStack extends AtlasStack {
  constructor(app: AtlasApp) {
    super(app, 'data', 'Tables of Atlas Engine.');
    const { tables } = this.names;
    const { partitionKey, sortKey, indexes } = interactionsKeys;
    this.#addTable('Interactions', {
      tableName: tables.interactions.name,
      attributeDefinitions: stringAttributes([
        partitionKey,
        sortKey,
        ...indexes.flatMap((index: IndexKeys) => keysOf(index)),
      ]),
      keySchema: keySchema({ partitionKey, sortKey }),
      globalSecondaryIndexes: indexes.map((index: IndexKeys) => ({
        indexName: index.name,
        keySchema: keySchema(index),
        // Records are read by key, consistently; an index only finds them.
        projection: { projectionType: 'KEYS_ONLY' },
      })),
    });
    this.#addTable('TaskTokens', {
      tableName: tables.taskTokens.name,
      attributeDefinitions: stringAttributes([taskTokensKeys.partitionKey]),
      keySchema: keySchema(taskTokensKeys),
      timeToLiveSpecification: { attributeName: taskTokensKeys.timeToLive, enabled: true },
    });
  }

  #addTable(id: string, props: CfnTableProps): void {
    const table = new CfnTable(this, id, {
      ...props,
      billingMode: 'PAY_PER_REQUEST',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      sseSpecification: { sseEnabled: true },
      deletionProtectionEnabled: this.configuration.stage === 'prod',
    });
    table.applyRemovalPolicy(RemovalPolicy.RETAIN);
  }
}

interface Keys {
  readonly partitionKey: string;
  readonly sortKey?: string;
}

const keysOf = ({ partitionKey, sortKey }: Keys): string[] =>
  sortKey === undefined ? [partitionKey] : [partitionKey, sortKey];

const keySchema = (keys: Keys) =>
  keysOf(keys).map((attributeName, index) => ({ attributeName, keyType: index === 0 ? 'HASH' : 'RANGE' }));

const stringAttributes = (names: readonly string[]) =>
  names.map((attributeName) => ({ attributeName, attributeType: 'S' }));
