import { answerOf } from './api-answer.ts';

it('answers an HTTP API in JSON that no cache keeps', () => {
  expect(answerOf(201, { contactId: 'c-1' })).toEqual({
    statusCode: 201,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: '{"contactId":"c-1"}',
  });
});
