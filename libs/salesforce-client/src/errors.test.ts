import * as errors from './errors.ts';

const classes = Object.entries(errors).filter(
  ([name]) => name.endsWith('Error') && name.startsWith('Salesforce'),
);
const guards = Object.entries(errors).filter(([name]) => name.startsWith('isSalesforce'));

describe('the guards', () => {
  const made = [
    new errors.SalesforceAuthError('x', {}),
    new errors.SalesforceValidationError('x', {}),
    new errors.SalesforceNotFoundError('x', {}),
    new errors.SalesforceDuplicateError('x', {}),
    new errors.SalesforceLockError('x', {}),
    new errors.SalesforceLimitError('x', { retryAfter: 1 }),
    new errors.SalesforceUnavailableError('x', {}),
    new errors.SalesforceTimeoutError('x', {}),
    new errors.SalesforceResponseError('x', {}),
  ];

  it('know each class by its code and no other', () => {
    expect(made).toHaveLength(classes.length - 1);
    for (const error of made) {
      const accepting = guards
        .filter(([, guard]) => (guard as (value: unknown) => boolean)(error))
        .map(([name]) => name);
      expect(accepting.sort()).toEqual(['isSalesforceError', `is${error.name}`].sort());
    }
  });

  it('refuse what is no error', () => {
    expect(errors.isSalesforceError({ code: 'SALESFORCE_AUTH' })).toBe(false);
    expect(errors.isSalesforceLockError(undefined)).toBe(false);
  });
});
