import type {
  AttributeValue,
  DynamoDBClient,
  QueryCommandInput,
  TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import {
  GetItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import {
  cancellationCodes,
  isConditionalCheckFailed,
  isThrottle,
  isTransient,
} from '@atlas-engine/function-kit';
import { StoreRefusedError, StoreUnavailableError } from '../errors.ts';
import type { IndexQuestion, Item, ItemKey, ItemStorage, ItemWrite } from './item-storage.ts';
import { textOf } from './item-storage.ts';
import { unmarshalItem } from './marshal.ts';
import { updateExpressionOf } from './update-expression.ts';

export interface DynamoStorageOptions {
  readonly client: DynamoDBClient;
  readonly tableNames: { readonly interactions: string; readonly taskTokens: string };
}

const concurrencyCodes: ReadonlySet<string> = new Set(['ConditionalCheckFailed', 'TransactionConflict']);
const loadCodes: ReadonlySet<string> = new Set(['ProvisionedThroughputExceeded', 'ThrottlingError']);

const isConflict = (error: unknown): boolean =>
  isConditionalCheckFailed(error) ||
  (error instanceof Error && error.name === 'TransactionConflictException') ||
  (cancellationCodes(error) ?? []).some((code) => concurrencyCodes.has(code));

const isLoad = (error: unknown): boolean =>
  isThrottle(error) ||
  isTransient(error) ||
  (cancellationCodes(error) ?? []).some((code) => loadCodes.has(code));

async function calling<Answer>(operation: string, call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    throw isLoad(error)
      ? new StoreUnavailableError(operation, error)
      : new StoreRefusedError(operation, error);
  }
}

const keyOf = ({ PK, SK }: ItemKey): Record<string, AttributeValue> => ({
  PK: { S: PK },
  ...(SK === undefined ? {} : { SK: { S: SK } }),
});

/** The tables in DynamoDB. A transaction carries the SDK's request token, so that its silent retries apply it once. */
export function dynamoStorage({ client, tableNames }: DynamoStorageOptions): ItemStorage {
  const targetOf = (key: ItemKey) => ({ TableName: tableNames[key.table], Key: keyOf(key) });

  const query = async (input: Omit<QueryCommandInput, 'TableName'>, limit = Infinity): Promise<Item[]> => {
    const items: Item[] = [];
    let from: Record<string, AttributeValue> | undefined;
    do {
      const page = { ...input, TableName: tableNames.interactions, ExclusiveStartKey: from };
      const answer = await calling('Query', () => client.send(new QueryCommand(page)));
      items.push(...(answer.Items ?? []).map(unmarshalItem));
      from = answer.LastEvaluatedKey;
    } while (from !== undefined && items.length < limit);
    return items;
  };

  const update = (write: ItemWrite) => ({ ...targetOf(write.key), ...updateExpressionOf(write) });

  const entryOf = (write: ItemWrite): TransactWriteItem => {
    const { ConditionExpression = '', UpdateExpression, ...rest } = update(write);
    if (UpdateExpression === undefined) return { ConditionCheck: { ...rest, ConditionExpression } };
    return {
      Update: { ...rest, UpdateExpression, ...(ConditionExpression === '' ? {} : { ConditionExpression }) },
    };
  };

  const send = async (writes: readonly ItemWrite[]): Promise<void> => {
    const [only] = writes;
    if (only !== undefined && writes.length === 1) await client.send(new UpdateItemCommand(update(only)));
    else await client.send(new TransactWriteItemsCommand({ TransactItems: writes.map(entryOf) }));
  };

  return {
    read: async (key) => {
      const input = { ...targetOf(key), ConsistentRead: true };
      const { Item: found } = await calling('GetItem', () => client.send(new GetItemCommand(input)));
      return found === undefined ? undefined : unmarshalItem(found);
    },

    readPartition: ({ PK, from = ' ', to = '\uFFFD' }) =>
      query({
        ConsistentRead: true,
        KeyConditionExpression: 'PK = :pk AND SK BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': { S: PK }, ':from': { S: from }, ':to': { S: to } },
      }),

    findKeys: async ({ index, partition, before, limit, newestFirst = false }: IndexQuestion) => {
      const range = before === undefined ? '' : ` AND ${index}SK < :before`;
      const items = await query(
        {
          IndexName: index,
          KeyConditionExpression: `${index}PK = :partition${range}`,
          ExpressionAttributeValues: {
            ':partition': { S: partition },
            ...(before === undefined ? {} : { ':before': { S: before } }),
          },
          ProjectionExpression: 'PK, SK',
          ScanIndexForward: !newestFirst,
          Limit: limit,
        },
        limit,
      );
      return items
        .slice(0, limit)
        .map((item) => ({ table: 'interactions', PK: textOf(item, 'PK'), SK: textOf(item, 'SK') }));
    },

    countOpen: async (partition) => {
      let count = 0;
      let from: Record<string, AttributeValue> | undefined;
      do {
        const input: QueryCommandInput = {
          TableName: tableNames.interactions,
          IndexName: 'GSI3',
          Select: 'COUNT',
          KeyConditionExpression: 'GSI3PK = :partition',
          ExpressionAttributeValues: { ':partition': { S: partition } },
          ExclusiveStartKey: from,
        };
        const answer = await calling('Query', () => client.send(new QueryCommand(input)));
        count += answer.Count ?? 0;
        from = answer.LastEvaluatedKey;
      } while (from !== undefined);
      return count;
    },

    write: async (writes) => {
      try {
        await send(writes);
        return 'WRITTEN';
      } catch (error) {
        if (isConflict(error)) return 'CONFLICT';
        const operation = writes.length === 1 ? 'UpdateItem' : 'TransactWriteItems';
        throw isLoad(error)
          ? new StoreUnavailableError(operation, error)
          : new StoreRefusedError(operation, error);
      }
    },
  };
}
