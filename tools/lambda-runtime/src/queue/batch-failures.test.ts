import { failedMessages } from './batch-failures.ts';

const messageIds = ['m-1', 'm-2', 'm-3'];
const reporting = { messageIds, reportsFailures: true };
const failuresOf = (payload: string): string[] => [...failedMessages({ payload }, reporting)];

describe('the answer to a batch', () => {
  it.each([
    'null',
    '""',
    '{}',
    '{"batchItemFailures":[]}',
    '{"batchItemFailures":null}',
    '{"statusCode":200}',
  ])('%s means that all succeeded', (payload) => {
    expect(failuresOf(payload)).toEqual([]);
  });

  it('names the messages that failed', () => {
    const payload = '{"batchItemFailures":[{"itemIdentifier":"m-2"},{"itemIdentifier":"m-3"}]}';
    expect(failuresOf(payload)).toEqual(['m-2', 'm-3']);
  });

  it.each([
    ['is not JSON', 'oops'],
    ['is no object', '"done"'],
    ['holds no list', '{"batchItemFailures":"m-1"}'],
    ['has an empty identifier', '{"batchItemFailures":[{"itemIdentifier":""}]}'],
    ['has a null identifier', '{"batchItemFailures":[{"itemIdentifier":null}]}'],
    ['has another key', '{"batchItemFailures":[{"messageId":"m-1"}]}'],
    ['has an item that is no object', '{"batchItemFailures":["m-1"]}'],
    ['names an unknown message', '{"batchItemFailures":[{"itemIdentifier":"m-1"},{"itemIdentifier":"m-9"}]}'],
  ])('that %s means that all failed', (_, payload) => {
    expect(failuresOf(payload)).toEqual(messageIds);
  });

  it('means that all failed after an error of the function', () => {
    const answer = { payload: '{"batchItemFailures":[]}', functionError: 'Unhandled' } as const;
    expect([...failedMessages(answer, reporting)]).toEqual(messageIds);
    expect([...failedMessages(answer, { messageIds, reportsFailures: false })]).toEqual(messageIds);
  });

  it('means nothing when the mapping does not ask for failures', () => {
    const payload = '{"batchItemFailures":[{"itemIdentifier":"m-1"}]}';
    expect([...failedMessages({ payload }, { messageIds, reportsFailures: false })]).toEqual([]);
  });
});
