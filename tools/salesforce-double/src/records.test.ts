import { createMemoryStore } from '@atlas-engine/simulation';
import { lead, openOrg } from './fixtures/org.ts';
import type { Answer } from './fixtures/org.ts';
import { recordId } from './record-id.ts';

type Org = Awaited<ReturnType<typeof openOrg>>;

const upsert = (org: Org, id: string, body: object, query = '') =>
  org.call(`/sobjects/Lead/Request_Id__c/${encodeURIComponent(id)}${query}`, { method: 'PATCH', body });

const create = (org: Org, body: object, object = 'Lead') =>
  org.call(`/sobjects/${object}`, { method: 'POST', body });

const firstError = ({ json }: Answer) => json[0]!;

describe('upsert by external id', () => {
  it('inserts, then updates, with the status and body of each', async () => {
    const org = await openOrg();
    const first = await upsert(org, 'r/1', lead);
    expect(first.status).toBe(201);
    expect(first.json).toEqual({
      id: expect.stringMatching(/^00Q.{15}$/),
      success: true,
      errors: [],
      created: true,
    });
    expect(first.headers['Location']).toBe(`/services/data/v62.0/sobjects/Lead/${first.json.id}`);
    const second = await upsert(org, 'r/1', { Company: 'Example GmbH' });
    expect(second.status).toBe(200);
    expect(second.json).toEqual({ ...first.json, created: false });
    expect(org.salesforce.records('Lead')).toMatchObject([
      {
        Request_Id__c: 'r/1',
        LastName: 'Doe',
        Company: 'Example GmbH',
        Status: 'Open - Not Contacted',
        DoNotCall: false,
      },
    ]);
  });

  it('answers an update with 204 on old API versions', async () => {
    const org = await openOrg();
    await upsert(org, 'r1', lead);
    const { json } = await org.login({
      grant_type: 'client_credentials',
      client_id: 'consumer-key',
      client_secret: 'consumer-secret',
    });
    const answer = await org.send('/services/data/v45.0/sobjects/Lead/Request_Id__c/r1', {
      method: 'PATCH',
      headers: { authorization: `Bearer ${json.access_token}` },
      body: { Company: 'X' },
    });
    expect([answer.status, answer.json]).toEqual([204, {}]);
  });

  it('tells ids apart by case where the field does', async () => {
    const org = await openOrg();
    await upsert(org, 'a', lead);
    expect((await upsert(org, 'A', { ...lead, LastName: 'Roe' })).status).toBe(201);
  });

  it('answers 300 with the records when several carry the id', async () => {
    const org = await openOrg();
    const ids = [
      await create(org, { ...lead, Batch__c: 'b' }),
      await create(org, { ...lead, Batch__c: 'B' }),
    ];
    const answer = await org.call('/sobjects/Lead/Batch__c/b', { method: 'PATCH', body: { Company: 'X' } });
    expect(answer.status).toBe(300);
    expect(answer.json).toEqual(ids.map(({ json }) => `/services/data/v62.0/sobjects/Lead/${json.id}`));
  });

  it('inserts nothing with updateOnly', async () => {
    const org = await openOrg();
    expect((await upsert(org, 'r1', lead, '?updateOnly=true')).status).toBe(404);
    expect(org.salesforce.records('Lead')).toEqual([]);
  });

  it('refuses the id in the body and a field that is no external id', async () => {
    const org = await openOrg();
    expect(firstError(await upsert(org, 'r1', { ...lead, Request_Id__c: 'r1' }))).toMatchObject({
      errorCode: 'INVALID_FIELD',
      message: 'The Request_Id__c field should not be specified in the sobject data.',
    });
    const answer = await org.call('/sobjects/Lead/Company/x', { method: 'PATCH', body: lead });
    expect(answer.status).toBe(404);
    expect(firstError(answer).message).toContain('Provided external ID field does not exist');
  });
});

describe('field validation', () => {
  it.each([
    ['an unknown field', { Nope__c: 1 }, 'INVALID_FIELD', undefined],
    [
      'an audit field',
      { CreatedDate: '2026-01-01T00:00:00Z' },
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      ['CreatedDate'],
    ],
    ['a text that is too long', { LastName: 'x'.repeat(81) }, 'STRING_TOO_LONG', ['LastName']],
    ['a missing required field', { Company: '  ' }, 'REQUIRED_FIELD_MISSING', ['Company']],
    [
      'a value off the picklist',
      { State__c: 'Old' },
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      ['State__c'],
    ],
    ['a number out of range', { Attempts__c: 1000 }, 'NUMBER_OUTSIDE_VALID_RANGE', ['Attempts__c']],
    ['a number as text', { Attempts__c: '3' }, 'JSON_PARSER_ERROR', undefined],
    ['a text as number', { LastName: 3 }, 'JSON_PARSER_ERROR', undefined],
    ['a moment without zone', { Called_At__c: '2026-01-01T00:00:00' }, 'JSON_PARSER_ERROR', undefined],
    ['a checkbox as text', { DoNotCall: 'true' }, 'JSON_PARSER_ERROR', undefined],
    ['a list for a text', { LastName: ['Doe'] }, 'JSON_PARSER_ERROR', undefined],
    ['an object for a text', { LastName: {} }, 'JSON_PARSER_ERROR', undefined],
    ['a fraction as text', { LastName: 1.5 }, 'JSON_PARSER_ERROR', undefined],
    ['true as text', { LastName: true }, 'JSON_PARSER_ERROR', undefined],
    ['an e-mail without domain', { Email: 'ada@' }, 'INVALID_EMAIL_ADDRESS', ['Email']],
    ['an id in the body', { Id: 'x' }, 'INVALID_FIELD', ['Id']],
  ])('refuses %s', async (_case, change, errorCode, fields) => {
    const org = await openOrg();
    const answer = await create(org, { ...lead, ...change });
    expect(answer.status).toBe(400);
    expect(firstError(answer)).toMatchObject(fields === undefined ? { errorCode } : { errorCode, fields });
    expect(org.salesforce.records('Lead')).toEqual([]);
  });

  it('takes a day that the calendar has', async () => {
    const org = await openOrg();
    expect((await create(org, { ActivityDate: '2028-02-29' }, 'Task')).status).toBe(201);
    for (const ActivityDate of ['2026-02-29', '2026-13-01', '2026-01-01T00:00:00Z', 20_260_101]) {
      expect(firstError(await create(org, { ActivityDate }, 'Task')).errorCode).toBe('JSON_PARSER_ERROR');
    }
  });

  it('names every missing field of an insert, and lets an update leave them out', async () => {
    const org = await openOrg();
    expect(firstError(await create(org, {})).message).toBe(
      'Required fields are missing: [LastName, Company]',
    );
    const { json } = await create(org, lead);
    expect(
      (await org.call(`/sobjects/Lead/${json.id}`, { method: 'PATCH', body: { Attempts__c: 2 } })).status,
    ).toBe(204);
    const nulled = await org.call(`/sobjects/Lead/${json.id}`, { method: 'PATCH', body: { LastName: null } });
    expect(firstError(nulled).errorCode).toBe('REQUIRED_FIELD_MISSING');
  });

  it('stores what the org stores: trimmed, rounded, to the second', async () => {
    const org = await openOrg();
    await create(org, {
      ...lead,
      LastName: ' Doe ',
      Attempts__c: 2.4,
      Called_At__c: '2026-03-01T10:00:00.987+02:00',
    });
    expect(org.salesforce.records('Lead')[0]).toMatchObject({
      LastName: 'Doe',
      Attempts__c: 2,
      Called_At__c: '2026-03-01T08:00:00.000+0000',
      CreatedDate: '2026-01-01T00:00:00.000+0000',
    });
  });

  it('takes a create-only field on insert and refuses it on update', async () => {
    const org = await openOrg();
    const task = (body: object) => org.call('/sobjects/Task/Call_Id__c/c1', { method: 'PATCH', body });
    expect((await task({ Subject: 'Call', TaskSubtype: 'Call' })).status).toBe(201);
    expect(firstError(await task({ Subject: 'Call', TaskSubtype: 'Call' }))).toMatchObject({
      errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      fields: ['TaskSubtype'],
    });
  });

  it('checks that a lookup points to a record', async () => {
    const org = await openOrg();
    const { json } = await create(org, lead);
    expect((await create(org, { WhoId: json.id.slice(0, 15) }, 'Task')).status).toBe(201);
    expect(org.salesforce.records('Task')[0]).toMatchObject({ WhoId: json.id });
    expect(firstError(await create(org, { WhoId: 'x' }, 'Task')).errorCode).toBe('MALFORMED_ID');
    const missing = await create(org, { WhoId: recordId('00Q', 999) }, 'Task');
    expect(firstError(missing).errorCode).toBe('INVALID_CROSS_REFERENCE_KEY');
  });

  it('keeps unique values unique', async () => {
    const org = await openOrg();
    const first = await create(org, { ...lead, Request_Id__c: 'r1' });
    const second = await create(org, { ...lead, Request_Id__c: 'r1' });
    expect(firstError(second)).toEqual({
      errorCode: 'DUPLICATE_VALUE',
      message: `duplicate value found: Request_Id__c duplicates value on record with id: ${first.json.id.slice(0, 15)}`,
      fields: [],
    });
  });
});

describe('reading records', () => {
  it('gives the wanted fields, by id and by external id', async () => {
    const org = await openOrg();
    const { json } = await upsert(org, 'r1', lead);
    const expected = {
      attributes: { type: 'Lead', url: `/services/data/v62.0/sobjects/Lead/${json.id}` },
      LastName: 'Doe',
      Phone: null,
      Id: json.id,
    };
    expect((await org.call(`/sobjects/Lead/${json.id}?fields=LastName,Phone`)).json).toEqual(expected);
    expect((await org.call('/sobjects/Lead/Request_Id__c/r1?fields=LastName,Phone')).json).toEqual(expected);
    expect((await org.call(`/sobjects/Lead/${json.id}`)).json).toMatchObject({ ...lead, IsDeleted: false });
  });

  it('refuses unknown ids, objects, fields and resources', async () => {
    const org = await openOrg();
    const { json } = await create(org, lead);
    const codes = await Promise.all(
      [
        '/sobjects/Lead/none',
        `/sobjects/Lead/${json.id.slice(0, 15)}ZZZ`,
        '/sobjects/Account/001000000000001AAA',
        `/sobjects/Lead/${json.id}?fields=Nope`,
        '/sobjects',
        '/sobjects/Lead/Request_Id__c/none',
      ].map(async (target) => firstError(await org.call(target)).errorCode),
    );
    expect(codes).toEqual([
      'NOT_FOUND',
      'MALFORMED_ID',
      'NOT_FOUND',
      'INVALID_FIELD',
      'NOT_FOUND',
      'NOT_FOUND',
    ]);
    expect(firstError(await org.call('/tooling/query')).message).toContain('does not support GET');
    expect((await org.call(`/sobjects/Lead/${json.id}`, { method: 'DELETE' })).status).toBe(404);
    expect((await org.call(`/sobjects/Lead/${json.id}`, { method: 'PUT', body: {} })).status).toBe(405);
  });

  it('refuses bodies that are no JSON and other media types', async () => {
    const org = await openOrg();
    const broken = await org.call('/sobjects/Lead', { method: 'POST', body: '{' });
    expect(firstError(broken).errorCode).toBe('JSON_PARSER_ERROR');
    const form = await org.call('/sobjects/Lead', {
      method: 'POST',
      body: 'a=b',
      headers: { 'content-type': 'text/plain' },
    });
    expect(form.status).toBe(415);
    expect(firstError(await org.call('/sobjects/Lead', { method: 'POST' })).errorCode).toBe(
      'JSON_PARSER_ERROR',
    );
    expect((await org.call('/sobjects/Lead/%E0%A4%A')).status).toBe(404);
  });

  it('describes an object with its fields', async () => {
    const org = await openOrg();
    const { json } = await org.call('/sobjects/Task/describe');
    const types = Object.fromEntries(json.fields.map((field) => [field.name, field.type]));
    expect(json.keyPrefix).toBe('00T');
    expect(types).toMatchObject({ Id: 'id', Subject: 'string', ActivityDate: 'date', WhoId: 'reference' });
    expect(json.fields.find((field) => field.name === 'TaskSubtype')).toMatchObject({
      createable: true,
      updateable: false,
    });
  });
});

describe('the org', () => {
  it('has the API versions of its time and the objects of its schema', async () => {
    const org = await openOrg();
    expect((await org.send('/services/data/v99.0/limits', {})).status).toBe(401);
    const { json } = await org.login({
      grant_type: 'client_credentials',
      client_id: 'consumer-key',
      client_secret: 'consumer-secret',
    });
    const headers = { authorization: `Bearer ${json.access_token}` };
    expect((await org.send('/services/data/v99.0/limits', { headers })).status).toBe(404);
    expect((await org.send('/services/data', { headers })).status).toBe(404);
    expect(() => org.salesforce.records('Account')).toThrow('no object Account');
  });

  it('keeps records, indexes and the id sequence in the store', async () => {
    const store = createMemoryStore();
    const before = await openOrg({}, store);
    const first = await upsert(before, 'r1', lead);
    const after = await openOrg({}, store);
    expect((await upsert(after, 'r1', { Company: 'X' })).json.id).toBe(first.json.id);
    expect((await upsert(after, 'r2', lead)).json.id).not.toBe(first.json.id);
  });

  it('counts requests and refuses more than a day allows', async () => {
    const org = await openOrg({ limits: { dailyRequests: 2 } });
    expect((await org.call('/limits')).headers['sforce-limit-info']).toBe('api-usage=1/2');
    expect((await org.call('/limits')).json).toEqual({ DailyApiRequests: { Max: 2, Remaining: 0 } });
    const refused = await org.call('/limits');
    expect(refused.status).toBe(403);
    expect(refused.json).toEqual([
      { message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' },
    ]);
    await org.clock.advanceBy(24 * 3_600_000);
    const relogin = await org.login({
      grant_type: 'client_credentials',
      client_id: 'consumer-key',
      client_secret: 'consumer-secret',
    });
    const headers = { authorization: `Bearer ${relogin.json.access_token}` };
    expect((await org.send('/services/data/v62.0/limits', { headers })).status).toBe(200);
  });
});
