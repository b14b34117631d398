import { part } from './composite-parts.ts';
import type { CompositePart } from './composite-parts.ts';
import type { SalesforceClient } from './client.ts';
import type { CompositeOutcomes, CompositeValues } from './composite.ts';
import type { RecordOf, Saved } from './record-calls.ts';
import { reference } from './reference.ts';
import { soql } from './soql.ts';
import type { SoqlFragment } from './soql.ts';

type Parts = Readonly<Record<'lead', CompositePart<Saved>>>;

// The compiler is the test: each marked line must be refused.
const refused = [
  // @ts-expect-error an object is no value
  () => soql`= ${{ id: 1 }}`,
  // @ts-expect-error what may be missing is no value
  () => soql`= ${undefined}`,
  // @ts-expect-error a function is no value
  () => soql`= ${() => 'x'}`,
  // @ts-expect-error lists do not nest
  () => soql`IN ${[['x']]}`,
  // @ts-expect-error a plain text is no statement
  (client: SalesforceClient) => client.query('SELECT Id FROM Lead'),
  // @ts-expect-error no such field
  (client: SalesforceClient) => client.update('Lead', 'id', { Telephone: 'x' }),
  // @ts-expect-error not a value of the restricted picklist
  (client: SalesforceClient) => client.update('Lead', 'id', { Atlas_Status__c: 'Dialling' }),
  // @ts-expect-error a number is wanted
  (client: SalesforceClient) => client.update('Lead', 'id', { Atlas_Attempts__c: '3' }),
  // @ts-expect-error a phone is no reference
  (client: SalesforceClient) => client.update('Lead', 'id', { Phone: reference('lead') }),
  // @ts-expect-error not an external id of the lead
  (client: SalesforceClient) => client.upsert('Lead', { externalId: { Atlas_Call_Id__c: 'c' }, fields: {} }),
  // @ts-expect-error no such field to read
  (client: SalesforceClient) => client.get('Lead', 'id', ['Telephone']),
];

const accepted = [
  () => soql`${'a'} ${1} ${true} ${null} ${new Date(0)} ${['a', 1]} ${soql`x`}`,
  (client: SalesforceClient) =>
    client.upsert('Lead', {
      externalId: { Atlas_Request_Id__c: 'r' },
      fields: {
        Atlas_Status__c: 'Requested',
        Atlas_Consent_At__c: new Date(0),
        DoNotCall: false,
        Phone: null,
      },
    }),
  (client: SalesforceClient) =>
    client.upsert('Account', { externalId: { Key__c: 'k' }, fields: { Anything: 1 } }),
  async (client: SalesforceClient): Promise<string> => {
    const parts = { lead: part.create('Lead', {}), read: part.get('Lead', 'id', ['Phone']) };
    const values = await client.composite(parts, { allOrNone: true });
    return `${values.lead.id} ${String(values.read.Phone)}`;
  },
];

type Same<A, B> = [A, B] extends [B, A] ? true : false;

const shapes: {
  readonly looksAreNotEnough: { toString(): string } extends SoqlFragment ? true : false;
  readonly onlyFieldsAskedFor: Same<keyof RecordOf<'Phone'>, 'Phone' | 'Id'>;
  readonly onlyOwnParts: Same<keyof CompositeValues<Parts>, 'lead'>;
  readonly valueOnlyOnSuccess: 'value' extends keyof CompositeOutcomes<Parts>['lead'] ? true : false;
} = { looksAreNotEnough: false, onlyFieldsAskedFor: true, onlyOwnParts: true, valueOnlyOnSuccess: false };

describe('the types', () => {
  it('refuse and accept what is listed', () => {
    expect([refused.length, accepted.length, Object.keys(shapes).length]).toEqual([11, 4, 4]);
  });
});
