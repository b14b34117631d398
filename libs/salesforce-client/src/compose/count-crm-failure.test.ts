import { SalesforceNotFoundError } from '../errors.ts';
import { countCrmFailure } from './index.ts';

describe('countCrmFailure', () => {
  it('counts what Salesforce is the reason of, and nothing else', () => {
    const counted: string[] = [];
    const count = countCrmFailure({ count: (name) => counted.push(name) });
    count(new Error('the store'));
    count('a text');
    count(new SalesforceNotFoundError('no such lead', {}));
    expect(counted).toEqual(['CrmFailure']);
  });
});
