import { ask, commandTimeout } from './ask.ts';
import { ConnectError } from './connect-error.ts';

describe('ask', () => {
  it('gives what streams answers', async () => {
    await expect(ask('Hold', ({ success }) => success('done'))).resolves.toBe('done');
  });

  it.each([
    ['{"type":"InvalidStateException","message":"x"}', 'NOT_POSSIBLE_NOW'],
    ['{"type":"AccessDeniedException"}', 'NOT_ALLOWED'],
    ['{"type":"QuotaExceededException"}', 'THROTTLED'],
    ['{"type":"BadEndpointException"}', 'BAD_ENDPOINT'],
    ['{"type":"SomethingNew"}', 'FAILED'],
    ['error', 'FAILED'],
    ['null', 'FAILED'],
    [undefined, 'FAILED'],
  ])('names the failure %j as %s', async (failure, code) => {
    await expect(ask('Hold', (callbacks) => callbacks.failure(failure))).rejects.toMatchObject({
      command: 'Hold',
      code,
    });
  });

  it('says that a contact is gone when streams throws', async () => {
    const asked = ask('Hold', () => {
      throw new TypeError('no such contact');
    });
    await expect(asked).rejects.toMatchObject({ code: 'GONE' });
  });

  it('gives up on a command that streams never answers, and ignores what comes later', async () => {
    jest.useFakeTimers();
    try {
      let late: (() => void) | undefined;
      const asked = ask('Accept', ({ success }) => {
        late = success;
      });
      const refused = expect(asked).rejects.toEqual(new ConnectError('Accept', 'TIMED_OUT'));
      jest.advanceTimersByTime(commandTimeout);
      await refused;
      late?.();
      await expect(asked).rejects.toBeInstanceOf(ConnectError);
    } finally {
      jest.useRealTimers();
    }
  });
});
