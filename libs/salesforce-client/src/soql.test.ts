import * as fc from 'fast-check';
import { lead, openOrg } from './fixtures/org.ts';
import { soql, soqlDate, soqlLike, soqlName } from './soql.ts';

describe('a statement', () => {
  it.each([
    ['a text', soql`= ${'O\'Hara \\ "x"\n'}`, `= 'O\\'Hara \\\\ \\"x\\"\\n'`],
    ['numbers', soql`IN ${[1, -2.5, 0]}`, 'IN (1, -2.5, 0)'],
    ['booleans and nothing', soql`${true} ${false} ${null}`, 'true false null'],
    ['a moment', soql`> ${new Date(0)}`, '> 1970-01-01T00:00:00.000Z'],
    ['a day', soql`> ${soqlDate('2026-11-21')}`, '> 2026-11-21'],
    ['a list of texts and days', soql`IN ${['a', soqlDate('2026-01-01')]}`, "IN ('a', 2026-01-01)"],
    ['a pattern', soql`LIKE ${soqlLike('%', "50%_off's", '%')}`, "LIKE '%50\\%\\_off\\'s%'"],
    ['a name', soql`SELECT ${soqlName('Owner.Name')}`, 'SELECT Owner.Name'],
    [
      'another statement',
      soql`SELECT Id FROM Lead ${soql`WHERE Id = ${'x'}`}`,
      "SELECT Id FROM Lead WHERE Id = 'x'",
    ],
  ])('writes %s', (_case, statement, text) => {
    expect(statement.toString()).toBe(text);
  });

  it.each([
    ['an empty list', () => soql`IN ${[]}`],
    ['not a number', () => soql`= ${NaN}`],
    ['infinity', () => soql`= ${Infinity}`],
    ['an exponent', () => soql`= ${1e30}`],
    ['an invalid date', () => soql`= ${new Date(NaN)}`],
    ['a day with a time', () => soqlDate('2026-11-21T00:00')],
    ['a name with a quote', () => soqlName("Id' OR 'a")],
  ])('refuses %s', (_case, make) => {
    expect(make).toThrow('Salesforce: SOQL');
  });

  it('finds any text and nothing else, however it is written', async () => {
    const org = await openOrg({ rules: { leadDuplicates: 'off' } });
    const names = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
    const quoted = fc.string({
      unit: fc.constantFrom("'", '"', '\\', '%', '_', 'a', '\n', '-', ')'),
      minLength: 1,
      maxLength: 8,
    });
    const name = fc.oneof(names, quoted).filter((text) => text.trim() === text);
    let serial = 0;
    await fc.assert(
      fc.asyncProperty(name, async (LastName) => {
        const externalId = { Atlas_Request_Id__c: `r-${(serial += 1)}` };
        const { id } = await org.client.upsert('Lead', { externalId, fields: { ...lead, LastName } });
        const exact = await org.client.query(
          soql`SELECT Id FROM Lead WHERE LastName = ${LastName} AND Id = ${id}`,
        );
        const alike = await org.client.query(
          soql`SELECT Id FROM Lead WHERE LastName LIKE ${soqlLike('', LastName, '')}`,
        );
        const other = await org.client.query(
          soql`SELECT Id FROM Lead WHERE LastName = ${`${LastName}!`} AND Id = ${id}`,
        );
        expect(exact).toEqual([{ Id: id }]);
        expect(alike).toContainEqual({ Id: id });
        expect(other).toEqual([]);
      }),
      { numRuns: 60 },
    );
    await org.close();
  });
});
