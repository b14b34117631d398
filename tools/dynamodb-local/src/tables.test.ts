import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  GetItemCommand,
  ListTablesCommand,
  ListTagsOfResourceCommand,
  PutItemCommand,
  ScanCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { createMemoryStore } from '@atlas-engine/simulation';
import { accounts, startDynamoDb } from './testing/local-table.ts';
import type { LocalDynamoDb } from './testing/local-table.ts';

let local: LocalDynamoDb;
beforeEach(async () => {
  local = await startDynamoDb();
});
afterEach(() => local.close());

const TableName = 'accounts';
const ResourceArn = 'arn:aws:dynamodb:us-east-1:000000000000:table/accounts';
const create = (more = {}) =>
  local.client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [...accounts.KeySchema],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      ...more,
    }),
  );

describe('a table by the API', () => {
  it('is ready when CreateTable has answered', async () => {
    await create({ SSESpecification: { Enabled: true }, Tags: [{ Key: 'stage', Value: 'test' }] });
    const { Table } = await local.client.send(new DescribeTableCommand({ TableName }));
    expect(Table).toMatchObject({
      TableStatus: 'ACTIVE',
      TableArn: ResourceArn,
      SSEDescription: { Status: 'ENABLED', SSEType: 'KMS' },
      CreationDateTime: new Date(local.clock.now()),
    });
    const { Tags } = await local.client.send(new ListTagsOfResourceCommand({ ResourceArn }));
    expect(Tags).toEqual([{ Key: 'stage', Value: 'test' }]);
    await expect(create()).rejects.toMatchObject({ name: 'ResourceInUseException' });
  });

  it('refuses streams and what else it does not have', async () => {
    const stream = { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } };
    await expect(create(stream)).rejects.toMatchObject({ message: expect.stringContaining('Streams') });
    await expect(create({ ResourcePolicy: '{}' })).rejects.toMatchObject({
      message: expect.stringContaining('ResourcePolicy in CreateTable'),
    });
    await expect(local.dynamodb.tables()).resolves.toEqual([]);
    await create();
    const addIndex = new UpdateTableCommand({
      TableName,
      GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: 'by-status' } }],
    });
    await expect(local.client.send(addIndex)).rejects.toMatchObject({
      message: expect.stringContaining('GlobalSecondaryIndexUpdates'),
    });
  });

  it('is listed in pages', async () => {
    for (const name of ['bbb', 'aaa', 'ccc']) await create({ TableName: name });
    const first = await local.client.send(new ListTablesCommand({ Limit: 2 }));
    expect(first).toMatchObject({ TableNames: ['aaa', 'bbb'], LastEvaluatedTableName: 'bbb' });
    const rest = await local.client.send(new ListTablesCommand({ ExclusiveStartTableName: 'bbb' }));
    expect(rest.TableNames).toEqual(['ccc']);
  });

  it('is deleted with its items, unless it is protected', async () => {
    await create({ DeletionProtectionEnabled: true });
    await local.client.send(new PutItemCommand({ TableName, Item: { pk: { S: 'a' } } }));
    await expect(local.client.send(new DeleteTableCommand({ TableName }))).rejects.toMatchObject({
      name: 'ValidationException',
    });
    await local.client.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: false }));
    await local.client.send(new DeleteTableCommand({ TableName }));
    await expect(local.client.send(new DescribeTableCommand({ TableName }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await create();
    const { Item } = await local.client.send(new GetItemCommand({ TableName, Key: { pk: { S: 'a' } } }));
    expect(Item).toBeUndefined();
  });

  it('changes its billing', async () => {
    await create();
    await local.client.send(
      new UpdateTableCommand({
        TableName,
        BillingMode: 'PROVISIONED',
        ProvisionedThroughput: { ReadCapacityUnits: 2, WriteCapacityUnits: 3 },
      }),
    );
    const { Table } = await local.client.send(new DescribeTableCommand({ TableName }));
    expect(Table).toMatchObject({
      TableStatus: 'ACTIVE',
      BillingModeSummary: { BillingMode: 'PROVISIONED' },
      ProvisionedThroughput: { ReadCapacityUnits: 2, WriteCapacityUnits: 3 },
    });
  });

  it('is tagged and untagged', async () => {
    await create();
    await local.client.send(
      new TagResourceCommand({
        ResourceArn,
        Tags: [
          { Key: 'a', Value: '1' },
          { Key: 'b', Value: '2' },
        ],
      }),
    );
    await local.client.send(new UntagResourceCommand({ ResourceArn, TagKeys: ['a'] }));
    const { Tags } = await local.client.send(new ListTagsOfResourceCommand({ ResourceArn }));
    expect(Tags).toEqual([{ Key: 'b', Value: '2' }]);
    const elsewhere = ResourceArn.replace('us-east-1', 'eu-west-1');
    await expect(
      local.client.send(new ListTagsOfResourceCommand({ ResourceArn: elsewhere })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('has point-in-time recovery turned on and off', async () => {
    await create();
    const set = (specification: { PointInTimeRecoveryEnabled: boolean; RecoveryPeriodInDays?: number }) =>
      local.client.send(
        new UpdateContinuousBackupsCommand({ TableName, PointInTimeRecoverySpecification: specification }),
      );
    await set({ PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 7 });
    const described = await local.client.send(new DescribeContinuousBackupsCommand({ TableName }));
    expect(described.ContinuousBackupsDescription?.PointInTimeRecoveryDescription).toEqual({
      PointInTimeRecoveryStatus: 'ENABLED',
      RecoveryPeriodInDays: 7,
      EarliestRestorableDateTime: new Date(local.clock.now()),
      LatestRestorableDateTime: new Date(local.clock.now()),
    });
    const off = await set({ PointInTimeRecoveryEnabled: false });
    expect(off.ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus).toBe(
      'DISABLED',
    );
    await expect(set({ PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 36 })).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });
});

describe('a table by its template', () => {
  const template = {
    ...accounts,
    SSESpecification: { SSEEnabled: true },
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    Tags: [{ Key: 'stage', Value: 'local' }],
  };

  it('has all that the template says, also when it exists already', async () => {
    await local.dynamodb.createTable(accounts);
    await local.client.send(new PutItemCommand({ TableName, Item: { pk: { S: 'a' } } }));
    await local.dynamodb.createTable(template);
    const { Table } = await local.client.send(new DescribeTableCommand({ TableName }));
    expect(Table?.SSEDescription?.Status).toBe('ENABLED');
    const { TimeToLiveDescription } = await local.client.send(new DescribeTimeToLiveCommand({ TableName }));
    expect(TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' });
    const { Tags } = await local.client.send(new ListTagsOfResourceCommand({ ResourceArn }));
    expect(Tags).toEqual([{ Key: 'stage', Value: 'local' }]);
    const { Count } = await local.client.send(new ScanCommand({ TableName }));
    expect(Count).toBe(1);
  });

  it('refuses to become a table of another shape', async () => {
    await local.dynamodb.createTable(accounts);
    const other = {
      ...accounts,
      GlobalSecondaryIndexes: undefined,
      AttributeDefinitions: [accounts.AttributeDefinitions[0]],
    };
    await expect(local.dynamodb.createTable(other)).rejects.toThrow(
      'other attributes and indexes than the template',
    );
  });

  it.each(['StreamSpecification', 'KinesisStreamSpecification', 'ImportSourceSpecification'])(
    'refuses %s',
    async (property) => {
      await expect(local.dynamodb.createTable({ ...accounts, [property]: {} })).rejects.toThrow(property);
    },
  );
});

describe('time to live', () => {
  const seconds = (ms: number) => ({ N: String(Math.floor(ms / 1000)) });
  const hour = 3_600_000;
  const ttl = (Enabled: boolean, AttributeName = 'expiresAt') =>
    local.client.send(
      new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { AttributeName, Enabled } }),
    );
  const keys = async () => {
    const { Items = [] } = await local.client.send(new ScanCommand({ TableName }));
    return Items.map(({ pk }) => pk?.S).sort();
  };

  it('deletes items two days after their expiry, with their index entries', async () => {
    await local.dynamodb.createTable(accounts);
    await ttl(true);
    const now = local.clock.now();
    const put = (pk: string, expiresAt: { N: string } | { S: string }) =>
      local.client.send(
        new PutItemCommand({ TableName, Item: { pk: { S: pk }, status: { S: 'x' }, expiresAt } }),
      );
    await put('soon', seconds(now + hour));
    await put('later', seconds(now + 100 * hour));
    await put('text', { S: String(now / 1000) });
    await put('ancient', seconds(now - 6 * 366 * 24 * hour));
    await local.clock.advanceBy(47 * hour);
    await expect(keys()).resolves.toEqual(['ancient', 'later', 'soon', 'text']);
    await local.clock.advanceBy(3 * hour);
    await expect(keys()).resolves.toEqual(['ancient', 'later', 'text']);
    const { Count } = await local.client.send(new ScanCommand({ TableName, IndexName: 'by-status' }));
    expect(Count).toBe(3);
  });

  it('is on or off, and says so', async () => {
    await create();
    await expect(ttl(false)).rejects.toMatchObject({ message: 'TimeToLive is already disabled' });
    await ttl(true);
    await expect(ttl(true)).rejects.toMatchObject({ message: 'TimeToLive is already enabled' });
    await expect(ttl(false, 'other')).rejects.toMatchObject({
      message: expect.stringContaining('different AttributeName'),
    });
    await ttl(false);
    const { TimeToLiveDescription } = await local.client.send(new DescribeTimeToLiveCommand({ TableName }));
    expect(TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'DISABLED' });
  });
});

describe('what is kept beside the items', () => {
  it('is in the state store', async () => {
    const store = createMemoryStore();
    const other = await startDynamoDb({ store });
    await other.dynamodb.createTable({
      ...accounts,
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
    await other.close();
    expect(store.collection('dynamodb/tables').get('accounts')).toEqual({ ttlAttribute: 'expiresAt' });
  });
});
