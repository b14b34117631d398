import type { ServiceDouble, WireRequest } from '@atlas-engine/aws-wire';
import { createCounter, figuresOf } from './tally.ts';
import { watchServices } from './watch-services.ts';

const requestOf = (body: object): WireRequest => ({
  method: 'POST',
  path: '/',
  query: new URLSearchParams(),
  headers: {},
  body: Buffer.from(JSON.stringify(body)),
});

const double = (service: string, operation: string, answer: object): ServiceDouble => ({
  service,
  operationOf: () => operation,
  handle: () => Promise.resolve({ status: 200, body: JSON.stringify(answer) }),
});

describe('watching services', () => {
  it('counts calls, the items of transactions, and tokens by the length of text', async () => {
    const dynamodb = { service: double('dynamodb', 'TransactWriteItems', {}) };
    const bedrock = { service: double('bedrock', 'Converse', { output: 'a'.repeat(38) }) };
    const counter = createCounter();
    watchServices({ services: { dynamodb, bedrock, login: {} } }, counter);

    await dynamodb.service.handle(requestOf({ TransactItems: [{}, {}, {}] }));
    await bedrock.service.handle(requestOf({ a: 'b'.repeat(32) }));

    expect(figuresOf(counter.tally)).toEqual({
      'bedrock:Converse': 1,
      'dynamodb items of TransactWriteItems': 3,
      'dynamodb:TransactWriteItems': 1,
      'tokens in': 10,
      'tokens out': 10,
    });
  });
});
