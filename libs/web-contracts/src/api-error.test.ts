import { readApiError } from './api-error.ts';

describe('the error of an answer', () => {
  it('is what our function says', () => {
    const error = { code: 'INVALID_REQUEST', message: 'notes must be a text', field: 'notes' };
    expect(readApiError(400, { error })).toEqual(error);
  });

  it.each([
    [401, { message: 'Unauthorized' }, 'UNAUTHENTICATED'],
    [429, { message: 'Too Many Requests' }, 'TOO_MANY_REQUESTS'],
    [503, undefined, 'UNAVAILABLE'],
    [502, '<html>', 'INTERNAL'],
  ])('has a code by its status when somebody else wrote the body: %i', (status, body, code) => {
    expect(readApiError(status, body)).toEqual({ code, message: `The server answered ${String(status)}.` });
  });
});
