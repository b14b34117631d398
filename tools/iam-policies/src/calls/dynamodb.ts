import { invalidField, isRecord, optionalString, stringField, type Input } from '@atlas-engine/aws-wire';
import {
  anyResource,
  arnOf,
  arnOrName,
  needs,
  ownActions,
  type Call,
  type CallNeeds,
  type CallTable,
} from './call.ts';

const tableArn = ({ place }: Call, input: Input): string =>
  arnOrName(stringField(input, 'TableName'), (name) => arnOf(place, 'dynamodb', `table/${name}`));

const tableOf = (call: Call): string => tableArn(call, call.input);

/** A query is made on the table, or on one of its indexes. */
const queried = (call: Call): string => {
  const index = optionalString(call.input, 'IndexName');
  return index === undefined ? tableOf(call) : `${tableOf(call)}/index/${index}`;
};

const byTable =
  (action: string): CallNeeds =>
  (call) => {
    const { RequestItems: items } = call.input;
    if (!isRecord(items)) throw invalidField('RequestItems', 'is required and must be an object');
    return Object.keys(items).map((TableName) => ({ action, resource: tableArn(call, { TableName }) }));
  };

const partActions: Readonly<Record<string, string>> = {
  Get: 'dynamodb:GetItem',
  Put: 'dynamodb:PutItem',
  Update: 'dynamodb:UpdateItem',
  Delete: 'dynamodb:DeleteItem',
  ConditionCheck: 'dynamodb:ConditionCheckItem',
};

/** A transaction needs what its parts need. */
const transaction: CallNeeds = (call) => {
  const { TransactItems: items } = call.input;
  if (!Array.isArray(items)) throw invalidField('TransactItems', 'is required and must be a list');
  return items.flatMap((item: unknown) =>
    Object.entries(isRecord(item) ? item : {}).map(([kind, part]) => {
      const action = partActions[kind];
      if (action === undefined || !isRecord(part))
        throw invalidField('TransactItems', `${kind} is not known`);
      return { action, resource: tableArn(call, part) };
    }),
  );
};

/** DynamoDB. There is no action for transactions. */
export const dynamodbCalls: CallTable = {
  ...ownActions(
    'dynamodb',
    [
      ...[
        'CreateTable',
        'DeleteTable',
        'DescribeTable',
        'DescribeTimeToLive',
        'UpdateTable',
        'UpdateTimeToLive',
      ],
      ...['DescribeContinuousBackups', 'DeleteItem', 'GetItem', 'PutItem', 'UpdateItem'],
    ],
    tableOf,
  ),
  ...ownActions('dynamodb', ['Query', 'Scan'], queried),
  ListTables: needs('dynamodb:ListTables', anyResource),
  BatchGetItem: byTable('dynamodb:BatchGetItem'),
  BatchWriteItem: byTable('dynamodb:BatchWriteItem'),
  TransactGetItems: transaction,
  TransactWriteItems: transaction,
};
