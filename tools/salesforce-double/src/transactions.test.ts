import * as fc from 'fast-check';
import { createMemoryStore } from '@atlas-engine/simulation';
import { openOrg } from './fixtures/org.ts';

interface Step {
  readonly key: string;
  readonly company: string;
}

const step = fc.record({ key: fc.constantFrom('a', 'b', 'A', 'c'), company: fc.constantFrom('X', 'Y', '') });
const transaction = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 4 }),
  allOrNone: fc.boolean(),
});

/** What a list of upserts leaves behind, told without transactions or indexes. */
function expected(before: ReadonlyMap<string, string>, steps: readonly Step[], allOrNone: boolean) {
  const after = new Map(before);
  const fits = ({ company }: Step) => company !== '';
  if (allOrNone && !steps.every(fits)) return before;
  for (const { key, company } of steps.filter(fits)) after.set(key, company);
  return after;
}

describe('transactions', () => {
  it('leave behind all of what succeeds and nothing of what is taken back, after a restart too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(transaction, { maxLength: 8 }), async (transactions) => {
        const store = createMemoryStore();
        let leads: ReadonlyMap<string, string> = new Map<string, string>();
        for (const { steps, allOrNone } of transactions) {
          const org = await openOrg({}, store);
          const compositeRequest = steps.map(({ key, company }, index) => ({
            method: 'PATCH',
            url: `/services/data/v62.0/sobjects/Lead/Request_Id__c/${key}`,
            referenceId: `p${index}`,
            body: { LastName: 'Doe', Company: company },
          }));
          await org.call('/composite', { method: 'POST', body: { allOrNone, compositeRequest } });
          leads = expected(leads, steps, allOrNone);
          const stored = org.salesforce
            .records('Lead')
            .map((record) => [record['Request_Id__c'], record['Company']]);
          expect(stored.sort()).toEqual([...leads].sort());
        }
      }),
      { numRuns: 60 },
    );
  });
});
