import { lead, openOrg } from './fixtures/org.ts';
import type { AnswerJson } from './fixtures/org.ts';

type Org = Awaited<ReturnType<typeof openOrg>>;

const base = '/services/data/v62.0';
const leadPart = {
  method: 'PATCH',
  url: `${base}/sobjects/Lead/Request_Id__c/r1`,
  referenceId: 'lead',
  body: lead,
};
const taskPart = {
  method: 'PATCH',
  url: `${base}/sobjects/Task/Call_Id__c/c1`,
  referenceId: 'task',
  body: { Subject: 'Call', WhoId: '@{lead.id}' },
};

const composite = (org: Org, compositeRequest: object[], allOrNone = true) =>
  org.call('/composite', { method: 'POST', body: { allOrNone, compositeRequest } });

const codes = (parts: AnswerJson['compositeResponse']) => parts.map(({ body }) => body[0]?.errorCode);

describe('a composite', () => {
  it('runs its parts in order and resolves references', async () => {
    const org = await openOrg();
    const { status, json } = await composite(org, [leadPart, taskPart]);
    expect(status).toBe(200);
    const [first, second] = json.compositeResponse;
    expect(first).toMatchObject({
      httpStatusCode: 201,
      referenceId: 'lead',
      body: { success: true, created: true },
    });
    expect(first!.httpHeaders.Location).toBe(`${base}/sobjects/Lead/${first!.body.id}`);
    expect(second).toMatchObject({ httpStatusCode: 201, referenceId: 'task' });
    expect(org.salesforce.records('Task')).toMatchObject([{ WhoId: first!.body.id, Subject: 'Call' }]);
  });

  it('takes everything back when one part fails and answers 200', async () => {
    const org = await openOrg();
    const broken = { ...taskPart, body: { Nope: 1 } };
    const { status, json } = await composite(org, [leadPart, broken, { ...taskPart, referenceId: 'late' }]);
    expect(status).toBe(200);
    expect(codes(json.compositeResponse)).toEqual([
      'PROCESSING_HALTED',
      'INVALID_FIELD',
      'PROCESSING_HALTED',
    ]);
    expect(org.salesforce.records('Lead')).toEqual([]);
    expect((await composite(org, [leadPart])).json.compositeResponse[0]!.httpStatusCode).toBe(201);
  });

  it('takes an update back to the values before', async () => {
    const org = await openOrg();
    await composite(org, [leadPart]);
    await composite(org, [
      { ...leadPart, body: { Company: 'X' } },
      { ...taskPart, body: { Nope: 1 } },
    ]);
    expect(org.salesforce.records('Lead')).toMatchObject([lead]);
  });

  it('keeps what succeeded without allOrNone and halts what refers to a failure', async () => {
    const org = await openOrg();
    const other = { ...leadPart, url: `${base}/sobjects/Lead/Request_Id__c/r2`, referenceId: 'other' };
    const { json } = await composite(org, [{ ...leadPart, body: {} }, taskPart, other], false);
    expect(codes(json.compositeResponse.slice(0, 2))).toEqual([
      'REQUIRED_FIELD_MISSING',
      'PROCESSING_HALTED',
    ]);
    expect(json.compositeResponse[1]!.body[0]!.message).toContain(
      'Invalid reference specified. No value for lead.id',
    );
    expect(org.salesforce.records('Lead')).toHaveLength(1);
  });

  it('runs queries and takes headers for a part', async () => {
    const org = await openOrg({ rules: { leadDuplicates: 'alert' } });
    const twin = (referenceId: string) => ({
      method: 'POST',
      url: `${base}/sobjects/Lead`,
      referenceId,
      body: { ...lead, Email: 'ada@example.com' },
    });
    const allowed = { ...twin('second'), httpHeaders: { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' } };
    const query = {
      method: 'GET',
      url: `${base}/query?q=${encodeURIComponent("SELECT Id FROM Lead WHERE LastName = 'Doe'")}`,
      referenceId: 'found',
    };
    const { json } = await composite(org, [twin('first'), allowed, query]);
    expect(json.compositeResponse.map((part) => part.httpStatusCode)).toEqual([201, 201, 200]);
    expect(json.compositeResponse[2]!.body.totalSize).toBe(2);
  });

  it('resolves a member of a query result', async () => {
    const org = await openOrg();
    await composite(org, [leadPart]);
    const find = {
      method: 'GET',
      url: `${base}/query?q=${encodeURIComponent('SELECT Id FROM Lead')}`,
      referenceId: 'found',
    };
    const update = {
      method: 'PATCH',
      url: `${base}/sobjects/Lead/@{found.records[0].Id}`,
      referenceId: 'u',
      body: { Company: 'Y' },
    };
    const { json } = await composite(org, [find, update]);
    expect(json.compositeResponse[1]!.httpStatusCode).toBe(204);
    expect(org.salesforce.records('Lead')).toMatchObject([{ Company: 'Y' }]);
  });

  it.each([
    ['no part', [], 'JSON_PARSER_ERROR'],
    [
      '26 parts',
      Array.from({ length: 26 }, (_, n) => ({ ...leadPart, referenceId: `p${n}` })),
      'LIMIT_EXCEEDED',
    ],
    ['a reference id twice', [leadPart, leadPart], 'INVALID_INPUT'],
    [
      'six queries',
      Array.from({ length: 6 }, (_, n) => ({
        method: 'GET',
        url: `${base}/query?q=x`,
        referenceId: `q${n}`,
      })),
      'LIMIT_EXCEEDED',
    ],
  ])('refuses an envelope with %s', async (_case, parts, errorCode) => {
    const org = await openOrg();
    const { status, json } = await composite(org, parts);
    expect([status, json[0]!.errorCode]).toEqual([400, errorCode]);
  });

  it('refuses what is not supported by name, inside a part too', async () => {
    const org = await openOrg();
    expect((await org.call('/composite/graph', { method: 'POST', body: {} })).json[0]!.message).toContain(
      'composite/graph',
    );
    const inner = { method: 'POST', url: `${base}/composite`, referenceId: 'inner', body: {} };
    const { json } = await composite(org, [inner]);
    expect(json.compositeResponse[0]!.httpStatusCode).toBe(404);
  });
});
