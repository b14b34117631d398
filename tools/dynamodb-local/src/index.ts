export { createDynamoDb } from './dynamodb.ts';
export type { DynamoDb, DynamoDbOptions } from './dynamodb.ts';
