import { lead, openOrg } from './fixtures/org.ts';

async function orgWithLeads() {
  const org = await openOrg({ limits: { queryPageSize: 2 } });
  const leads = [
    { LastName: 'Adams', State__c: 'New', Attempts__c: 1, Called_At__c: '2026-01-01T08:00:00Z' },
    { LastName: 'Baker', State__c: 'Called', Attempts__c: 3, DoNotCall: true, Phone: '+12125550101' },
    { LastName: "O'Hara_1", Attempts__c: 2, Called_At__c: '2026-02-01T08:00:00Z' },
    { LastName: '100%', State__c: 'New', Company: 'Back\\slash' },
  ];
  for (const body of leads) await org.call('/sobjects/Lead', { method: 'POST', body: { ...lead, ...body } });
  const names = async (where: string): Promise<string[]> => {
    let { json } = await org.query(`SELECT LastName FROM Lead ${where}`);
    const found: string[] = [];
    for (;;) {
      found.push(...json.records.map((record) => record.LastName));
      if (json.done) return found;
      json = (await org.call(json.nextRecordsUrl.replace('/services/data/v62.0', ''))).json;
    }
  };
  return { org, names };
}

describe('a query', () => {
  it.each([
    ["WHERE LastName = 'adams'", ['Adams']],
    ["WHERE LastName = 'O\\'Hara_1'", ["O'Hara_1"]],
    ["WHERE State__c != 'New'", ['Baker', "O'Hara_1"]],
    ['WHERE State__c = null', ["O'Hara_1"]],
    ['WHERE Attempts__c > 1', ['Baker', "O'Hara_1"]],
    ['WHERE Attempts__c <= 1', ['Adams']],
    ['WHERE DoNotCall = TRUE', ['Baker']],
    ["WHERE State__c IN ('New', 'Called')", ['Adams', 'Baker', '100%']],
    ["WHERE LastName NOT IN ('Adams', 'Baker', '100%')", ["O'Hara_1"]],
    ["WHERE LastName LIKE 'a%'", ['Adams']],
    ["WHERE LastName LIKE '100\\%'", ['100%']],
    ["WHERE LastName LIKE '%\\_1'", ["O'Hara_1"]],
    ["WHERE LastName LIKE 'Ba_er'", ['Baker']],
    ["WHERE Company = 'Back\\\\slash'", ['100%']],
    ['WHERE Called_At__c >= 2026-01-15T00:00:00Z', ["O'Hara_1"]],
    ["WHERE State__c = 'New' AND Attempts__c = 1", ['Adams']],
    ["WHERE (State__c = 'New' OR DoNotCall = true) AND Attempts__c > 0", ['Adams', 'Baker']],
    ['ORDER BY LastName DESC LIMIT 2', ["O'Hara_1", 'Baker']],
    ['ORDER BY Attempts__c ASC NULLS LAST, LastName', ['Adams', "O'Hara_1", 'Baker', '100%']],
    ['order by Attempts__c', ['100%', 'Adams', "O'Hara_1", 'Baker']],
    ["WHERE Phone LIKE '%0101'", ['Baker']],
  ])('understands %s', async (where, expected) => {
    const { names } = await orgWithLeads();
    expect(await names(where)).toEqual(expected);
  });

  it('gives attributes, the wanted fields and the page to come', async () => {
    const { org } = await orgWithLeads();
    const { json } = await org.query('select lastname, id from lead');
    expect(json).toMatchObject({
      totalSize: 4,
      done: false,
      nextRecordsUrl: expect.stringMatching(/\/query\/01g\w{12}-2$/),
    });
    expect(json.records[0]).toEqual({
      attributes: { type: 'Lead', url: expect.stringContaining('/sobjects/Lead/00Q') },
      LastName: 'Adams',
      Id: expect.stringMatching(/^00Q/),
    });
  });

  it('lets the caller choose pages of 200 and more', async () => {
    const { org } = await orgWithLeads();
    const { json } = await org.query('SELECT Id FROM Lead', { 'sforce-query-options': 'batchSize=1' });
    expect(json.done).toBe(true);
  });

  it('forgets a cursor after a quarter of an hour', async () => {
    const { org } = await orgWithLeads();
    const { json } = await org.query('SELECT Id FROM Lead');
    const next = json.nextRecordsUrl.replace('/services/data/v62.0', '');
    await org.clock.advanceBy(16 * 60_000);
    expect((await org.call(next)).json[0]!.errorCode).toBe('INVALID_QUERY_LOCATOR');
    expect((await org.query('SELECT Id FROM Lead')).json.done).toBe(false);
  });

  it.each([
    ['SELECT Id FROM Nope', 'INVALID_TYPE', 'Nope'],
    ['SELECT Nope FROM Lead', 'INVALID_FIELD', "No such column 'Nope' on entity 'Lead'"],
    ['SELECT Id FROM Lead WHERE Nope = 1', 'INVALID_FIELD', 'Nope'],
    ["SELECT Id FROM Lead WHERE Description = 'x'", 'INVALID_FIELD', 'can not be filtered'],
    ['SELECT Id FROM Lead ORDER BY Description', 'INVALID_FIELD', 'can not be sorted'],
    [
      "SELECT Id FROM Lead WHERE Attempts__c = '1'",
      'INVALID_FIELD',
      'must be of type number and should not be enclosed',
    ],
    [
      'SELECT Id FROM Lead WHERE LastName = 1',
      'INVALID_FIELD',
      'must be of type string and should be enclosed',
    ],
    ["SELECT Id FROM Lead WHERE Attempts__c LIKE '1'", 'INVALID_FIELD', 'invalid operator'],
    ['SELECT Id FROM Lead WHERE Attempts__c LIKE 1', 'INVALID_FIELD', 'must be of type string'],
    ['SELECT Id FROM Lead WHERE Attempts__c > null', 'MALFORMED_QUERY', 'null'],
    [
      "SELECT Id FROM Lead WHERE LastName = 'a' AND LastName = 'b' OR Id = 'c'",
      'MALFORMED_QUERY',
      'parentheses',
    ],
    ["SELECT Id FROM Lead WHERE NOT LastName = 'a'", 'MALFORMED_QUERY', 'does not support NOT'],
    ['SELECT COUNT() FROM Lead', 'MALFORMED_QUERY', 'does not support COUNT()'],
    ['SELECT Owner.Name FROM Lead', 'MALFORMED_QUERY', 'relationship fields: Owner.Name'],
    ["SELECT Id FROM Lead WHERE Owner.Name = 'x'", 'MALFORMED_QUERY', 'relationship fields: Owner.Name'],
    ['SELECT (SELECT Id FROM Tasks) FROM Lead', 'MALFORMED_QUERY', 'subqueries'],
    ['SELECT Id FROM Lead WHERE Id IN (SELECT WhoId FROM Task)', 'MALFORMED_QUERY', 'subqueries'],
    [
      'SELECT Id FROM Lead WHERE CreatedDate = TODAY',
      'MALFORMED_QUERY',
      'does not support the literal TODAY',
    ],
    ['SELECT Id FROM Lead WHERE LastName = :name', 'MALFORMED_QUERY', 'bind variables'],
    ["SELECT Id FROM Lead WHERE State__c INCLUDES ('x')", 'MALFORMED_QUERY', "operator 'INCLUDES'"],
    ['SELECT Id FROM Lead GROUP BY Id', 'MALFORMED_QUERY', 'does not support GROUP'],
    ['SELECT Id FROM Lead LIMIT x', 'MALFORMED_QUERY', "unexpected token: 'x'"],
    ['SELECT Id FROM Lead nonsense', 'MALFORMED_QUERY', "unexpected token: 'nonsense'"],
    ['SELECT Id FROM Lead WHERE (Id = null', 'MALFORMED_QUERY', "expecting ')'"],
    ['SELECT Id', 'MALFORMED_QUERY', "expecting 'FROM'"],
    ['SELECT Id FROM Lead WHERE Id =', 'MALFORMED_QUERY', '<EOF>'],
    ["SELECT Id FROM Lead WHERE Id = 'x", 'MALFORMED_QUERY', 'unexpected token'],
    ["SELECT Id FROM Lead WHERE LastName = '\\q'", 'MALFORMED_QUERY', 'illegal escape'],
    ['SELECT 1 FROM Lead', 'MALFORMED_QUERY', "unexpected token: '1'"],
    ['SELECT Id FROM Lead WHERE Id = )', 'MALFORMED_QUERY', "unexpected token: ')'"],
  ])('refuses %s', async (statement, errorCode, message) => {
    const { org } = await orgWithLeads();
    const { status, json } = await org.query(statement);
    expect(status).toBe(400);
    expect(json[0]!.errorCode).toBe(errorCode);
    expect(json[0]!.message).toContain(message);
  });

  it('needs a statement', async () => {
    const org = await openOrg();
    expect((await org.call('/query')).json[0]!.errorCode).toBe('MALFORMED_QUERY');
  });
});
