import {
  cancellationCodes,
  isConditionalCheckFailed,
  isThrottle,
  isTransient,
  statusOf,
} from './sdk-errors.ts';

const sdkError = (name: string, status?: number): Error =>
  Object.assign(new Error('no'), { name, $metadata: { httpStatusCode: status } });

describe('the kinds of SDK errors', () => {
  it.each([
    ['a throttle by name', sdkError('ThrottlingException', 400), true, false],
    ['a quota', sdkError('LimitExceededException', 429), true, false],
    ['a throttle by status only', sdkError('UnknownError', 429), true, false],
    ['a service fault', sdkError('InternalServiceException', 500), false, true],
    ['an unknown fault', sdkError('UnknownError', 503), false, true],
    ['a time-out', sdkError('TimeoutError'), false, true],
    ['a broken connection', Object.assign(new Error('no'), { code: 'ECONNRESET' }), false, true],
    ['a refusal', sdkError('ValidationException', 400), false, false],
    ['no error', undefined, false, false],
    ['a text', 'ThrottlingException', false, false],
  ])('knows %s', (_, error, throttle, transient) => {
    expect([isThrottle(error), isTransient(error)]).toEqual([throttle, transient]);
  });

  it('knows a condition that did not hold', () => {
    expect(isConditionalCheckFailed(sdkError('ConditionalCheckFailedException', 400))).toBe(true);
    expect(isConditionalCheckFailed(sdkError('ValidationException', 400))).toBe(false);
  });

  it('lists the reasons of a cancelled transaction in order', () => {
    const reasons = [{ Code: 'None' }, { Code: 'ConditionalCheckFailed' }, {}];
    const error = Object.assign(sdkError('TransactionCanceledException', 400), {
      CancellationReasons: reasons,
    });

    expect(cancellationCodes(error)).toEqual(['None', 'ConditionalCheckFailed', 'None']);
    expect(cancellationCodes(sdkError('TransactionCanceledException'))).toEqual([]);
    expect(cancellationCodes(sdkError('ValidationException'))).toBeUndefined();
  });

  it('has no status where no answer came', () => {
    expect(statusOf(new Error('no'))).toBeUndefined();
  });
});
