import { caseSuffix, longRecordId, recordId } from './record-id.ts';

describe('record ids', () => {
  it('carry the suffix that Salesforce computes', () => {
    expect(caseSuffix('001A0000006Vm9u')).toBe('IAC');
  });

  it('have 18 characters, begin with the key prefix and differ', () => {
    const ids = Array.from({ length: 500 }, (_, index) => recordId('00Q', index));
    expect(ids.every((id) => id.length === 18 && id.startsWith('00Q'))).toBe(true);
    expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(500);
  });

  it('are completed from 15 characters and refused with a wrong suffix', () => {
    const id = recordId('00T', 123_456);
    expect(longRecordId(id.slice(0, 15))).toBe(id);
    expect(longRecordId(id)).toBe(id);
    expect(longRecordId(`${id.slice(0, 15)}555`)).toBeUndefined();
    expect(longRecordId('00T')).toBeUndefined();
  });
});
