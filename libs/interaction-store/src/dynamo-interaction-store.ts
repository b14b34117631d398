import type { InteractionStore } from './interaction-store.ts';
import type { DynamoStorageOptions } from './storage/dynamo-storage.ts';
import { dynamoStorage } from './storage/dynamo-storage.ts';
import { createInteractionStore } from './store/create-interaction-store.ts';

/**
 * The interaction store in DynamoDB.
 *
 * @example dynamoInteractionStore({ client: new DynamoDBClient(awsClientOptions()), tableNames })
 */
export const dynamoInteractionStore = (options: DynamoStorageOptions): InteractionStore =>
  createInteractionStore(dynamoStorage(options));
