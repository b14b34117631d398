import type { ItemWrite } from './item-storage.ts';
import { updateExpressionOf } from './update-expression.ts';

const key = { table: 'interactions', PK: 'REQ#1', SK: 'REQUEST' } as const;
const expression = (write: Omit<ItemWrite, 'key'>) => updateExpressionOf({ key, ...write });

describe('updateExpressionOf', () => {
  it('sets, removes and expects by placeholders only', () => {
    expect(
      expression({
        expect: { status: 'OPEN', PK: undefined },
        set: { status: 'CLOSED', at: 1, nothing: undefined },
        remove: ['token'],
      }),
    ).toEqual({
      UpdateExpression: 'SET #n0 = :v0, #n1 = :v1 REMOVE #n2',
      ConditionExpression: '#n0 = :v2 AND attribute_not_exists(#n3)',
      ExpressionAttributeNames: { '#n0': 'status', '#n1': 'at', '#n2': 'token', '#n3': 'PK' },
      ExpressionAttributeValues: { ':v0': { S: 'CLOSED' }, ':v1': { N: '1' }, ':v2': { S: 'OPEN' } },
    });
  });

  it('leaves out what DynamoDB would refuse when empty', () => {
    expect(expression({ expect: { PK: undefined } })).toEqual({
      ConditionExpression: 'attribute_not_exists(#n0)',
      ExpressionAttributeNames: { '#n0': 'PK' },
    });
    expect(expression({ expect: {} })).toEqual({});
    expect(expression({ expect: {}, remove: ['a'] })).toEqual({
      UpdateExpression: 'REMOVE #n0',
      ExpressionAttributeNames: { '#n0': 'a' },
    });
  });
});
