import { leadFile, mostLeads, phoneOf } from './lead-file.ts';

const phones = Array.from({ length: mostLeads }, (_, index) => phoneOf(index));

describe('the numbers of leads', () => {
  it('are all different and reserved', () => {
    expect(new Set(phones).size).toBe(mostLeads);
    expect(phones.filter((phone) => !/^\+1[2-9]\d\d55501\d\d$/.test(phone))).toEqual([]);
  });

  it('end in most digits there are already among a hundred', () => {
    const ends = new Set(phones.slice(0, 100).map((phone) => phone.slice(-2)));
    expect(ends.size).toBeGreaterThan(60);
  });
});

describe('a file of leads', () => {
  it('has a header and a row for each', () => {
    const lines = leadFile(2, Date.parse('2026-11-21T10:00:00Z')).trimEnd().split('\n');
    expect(lines[0]).toMatch(/^request_id,first_name,/);
    expect(lines.slice(1)).toEqual([
      'bench-0001,Test,Lead 1,+12125550100,lead-1@example.com,,en,solar panels,,yes,2026-10-22T10:00:00.000Z,web form',
      'bench-0002,Test,Lead 2,+13125550111,lead-2@example.com,,en,home battery,,yes,2026-10-22T10:00:00.000Z,web form',
    ]);
  });
});
