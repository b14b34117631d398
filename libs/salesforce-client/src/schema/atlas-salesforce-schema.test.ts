import type { SalesforceSchema } from '@atlas-engine/salesforce-double';
import { atlasSalesforceSchema } from './atlas-salesforce-schema.ts';
import { clipToField } from './clip-to-field.ts';

describe('the schema', () => {
  it('is one that the local Salesforce takes', () => {
    const schema: SalesforceSchema = atlasSalesforceSchema;
    expect(schema.objects.map(({ name }) => name)).toEqual(['Lead', 'Task']);
  });

  it('has each name once and one external id for each object', () => {
    for (const { fields } of atlasSalesforceSchema.objects) {
      expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
      expect(fields.filter((field) => 'externalId' in field)).toHaveLength(1);
    }
  });
});

describe('clipToField', () => {
  it('leaves what fits and shortens what does not', () => {
    expect(clipToField('Task', 'Atlas_Sentiment__c', 'calm')).toBe('calm');
    expect(clipToField('Task', 'Atlas_Sentiment__c', 'x'.repeat(20))).toBe('x'.repeat(20));
    expect(clipToField('Task', 'Atlas_Sentiment__c', 'x'.repeat(21))).toBe(`${'x'.repeat(19)}…`);
    expect(clipToField('Lead', 'Atlas_Attempts__c', 'any')).toBe('any');
  });

  it('does not cut a character in two', () => {
    const clipped = clipToField('Task', 'Atlas_Sentiment__c', `${'x'.repeat(18)}😀😀`);
    expect(clipped).toBe(`${'x'.repeat(18)}…`);
  });
});
