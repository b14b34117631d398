import * as z from 'zod';
import { part } from './composite-parts.ts';
import { SalesforceDuplicateError, SalesforceNotFoundError, SalesforceValidationError } from './errors.ts';
import { lead, openOrg } from './fixtures/org.ts';
import type { Org } from './fixtures/org.ts';
import { failureOf } from './fixtures/scripted-fetch.ts';
import { reference } from './reference.ts';
import { soql, soqlDate, soqlLike, soqlName } from './soql.ts';

let org: Org;
beforeEach(async () => {
  org = await openOrg();
});
afterEach(async () => org.close());

const request = (id: string, fields: object = {}) => ({
  externalId: { Atlas_Request_Id__c: id },
  fields: { ...lead, ...fields },
});

describe('upsert', () => {
  it('creates a lead once and updates it when repeated', async () => {
    const first = await org.client.upsert('Lead', request('r-1', { Atlas_Status__c: 'Requested' }));
    const second = await org.client.upsert('Lead', request('r-1', { Atlas_Status__c: 'Calling' }));
    expect(first).toEqual({ id: expect.stringMatching(/^00Q/), created: true });
    expect(second).toEqual({ id: first.id, created: false });
    expect(org.salesforce.records('Lead')).toMatchObject([
      { Id: first.id, Atlas_Request_Id__c: 'r-1', Atlas_Status__c: 'Calling' },
    ]);
  });

  it.each(['a/b?c=d#e', 'ümlaut 100%', '../../query', "it's", '@{x}', '...'])(
    'takes the external id %s as it is',
    async (id) => {
      await org.client.upsert('Lead', request(id));
      expect(org.salesforce.records('Lead')).toMatchObject([{ Atlas_Request_Id__c: id }]);
    },
  );

  it.each(['', '.', '..'])('refuses the external id "%s", which would lead elsewhere', async (id) => {
    const error = await failureOf(org.client.upsert('Lead', request(id)));
    expect(error).toBeInstanceOf(SalesforceValidationError);
    expect(org.calls).toEqual([]);
  });

  it('writes moments as moments and null as nothing', async () => {
    const at = new Date(Date.UTC(2026, 10, 21, 9));
    await org.client.upsert('Lead', request('r-1', { Atlas_Consent_At__c: at, Phone: '+12125550100' }));
    await org.client.upsert('Lead', request('r-1', { Phone: null }));
    expect(org.salesforce.records('Lead')).toMatchObject([
      { Atlas_Consent_At__c: '2026-11-21T09:00:00.000+0000', Phone: null },
    ]);
  });

  it('answers with the existing lead when a duplicate rule knows one', async () => {
    const known = await org.client.upsert('Lead', request('r-1', { Email: 'ada@example.com' }));
    const result = await org.client.upsert('Lead', request('r-2', { Email: 'ada@example.com' }));
    expect(result).toEqual({ id: known.id, created: false, duplicateOf: known.id });
    expect(org.salesforce.records('Lead')).toHaveLength(1);
  });

  it('writes a duplicate when told to', async () => {
    await org.client.upsert('Lead', request('r-1', { Email: 'ada@example.com' }));
    const twin = { ...request('r-2', { Email: 'ada@example.com' }), allowDuplicates: true };
    expect(await org.client.upsert('Lead', twin)).toMatchObject({ created: true });
  });

  it('leaves create-only fields out of an update', async () => {
    const log = (subject: string) =>
      org.client.upsert('Task', {
        externalId: { Atlas_Call_Id__c: 'c-1' },
        fields: { Subject: subject },
        onCreate: { TaskSubtype: 'Call' },
      });
    expect(await log('Call')).toMatchObject({ created: true });
    expect(await log('Call, again')).toMatchObject({ created: false });
    expect(org.salesforce.records('Task')).toMatchObject([{ Subject: 'Call, again', TaskSubtype: 'Call' }]);
  });

  it('finds the id itself where the API answers an update with nothing', async () => {
    const old = org.connect({ apiVersion: 'v45.0' });
    const { id } = await old.upsert('Lead', request('r/1'));
    expect(await old.upsert('Lead', request('r/1'))).toEqual({ id, created: false });
  });

  it('names the field that Salesforce refuses, not its value', async () => {
    const error = await failureOf(org.client.upsert('Lead', request('r-1', { Email: 'ada@' })));
    expect(error).toMatchObject({ name: 'SalesforceValidationError', fields: ['Email'], retryable: false });
    expect(String(error)).toBe(
      'SalesforceValidationError: Salesforce: upsert Lead was refused because of Email (INVALID_EMAIL_ADDRESS).',
    );
  });
});

describe('records', () => {
  it('are created, updated and read', async () => {
    const { id, created } = await org.client.create('Lead', { ...lead, Atlas_Attempts__c: 1 });
    await org.client.update('Lead', id, { DoNotCall: true });
    expect(created).toBe(true);
    expect(await org.client.get('Lead', id, ['LastName', 'DoNotCall', 'Atlas_Attempts__c', 'Phone'])).toEqual(
      {
        Id: id,
        LastName: 'Doe',
        DoNotCall: true,
        Atlas_Attempts__c: 1,
        Phone: null,
      },
    );
  });

  it('that do not exist are not found', async () => {
    expect(await failureOf(org.client.get('Lead', 'none', ['Phone']))).toBeInstanceOf(
      SalesforceNotFoundError,
    );
    expect(await failureOf(org.client.update('Account', '001000000000001AAA', { Name: 'x' }))).toBeInstanceOf(
      SalesforceNotFoundError,
    );
  });

  it('point to records that exist', async () => {
    const { id } = await org.client.create('Lead', lead);
    await org.client.create('Task', { Subject: 'Call', WhoId: id });
    const missing = `${id.slice(0, 9)}zzzzzz`;
    expect(await failureOf(org.client.create('Task', { WhoId: missing }))).toBeInstanceOf(
      SalesforceNotFoundError,
    );
  });

  it('keep unique values: the record that has it is named', async () => {
    const { id } = await org.client.upsert('Lead', request('r-1'));
    const error = await failureOf(org.client.create('Lead', { ...lead, Atlas_Request_Id__c: 'r-1' }));
    expect(error).toBeInstanceOf(SalesforceDuplicateError);
    expect(error).toMatchObject({ salesforceCode: 'DUPLICATE_VALUE', duplicateOf: id.slice(0, 15) });
  });

  it('are described by the fields that the user may use', async () => {
    const { fields } = await org.client.describe('Lead');
    expect(fields.find(({ name }) => name === 'Atlas_Request_Id__c')).toEqual({
      name: 'Atlas_Request_Id__c',
      type: 'string',
      length: 64,
      createable: true,
      updateable: true,
    });
  });
});

describe('query', () => {
  beforeEach(async () => {
    for (const [index, name] of ["O'Hara", '100%', 'Back\\slash', 'Doe'].entries()) {
      await org.client.upsert('Lead', request(`r-${index}`, { LastName: name, Atlas_Attempts__c: index }));
    }
  });

  const names = (records: readonly object[]) =>
    records.map((record) => ('LastName' in record ? record.LastName : ''));

  it.each(["O'Hara", '100%', 'Back\\slash'])('escapes %s', async (name) => {
    expect(names(await org.client.query(soql`SELECT LastName FROM Lead WHERE LastName = ${name}`))).toEqual([
      name,
    ]);
  });

  it('takes lists, numbers, moments, names and patterns', async () => {
    const since = new Date(Date.UTC(2026, 0, 1));
    const statement = soql`SELECT LastName FROM Lead WHERE ${soqlName('LastName')} IN ${['Doe', '100%']}
      AND Atlas_Attempts__c > ${1} AND CreatedDate > ${since} AND DoNotCall = ${false} AND Phone = ${null}`;
    expect(names(await org.client.query(statement))).toEqual(['Doe']);
    const pattern = soql`SELECT LastName FROM Lead WHERE LastName LIKE ${soqlLike('%', '0%', '')}`;
    expect(names(await org.client.query(pattern))).toEqual(['100%']);
    expect(
      await org.client.query(soql`SELECT Id FROM Task WHERE ActivityDate = ${soqlDate('2026-01-01')}`),
    ).toEqual([]);
  });

  it('reads every page', async () => {
    const paged = await openOrg({ limits: { queryPageSize: 2 } });
    for (let index = 0; index < 5; index += 1) await paged.client.upsert('Lead', request(`r-${index}`));
    const records = await paged.client.query(
      soql`SELECT Atlas_Request_Id__c FROM Lead ORDER BY Atlas_Request_Id__c`,
    );
    expect(records).toEqual([0, 1, 2, 3, 4].map((index) => ({ Atlas_Request_Id__c: `r-${index}` })));
    await paged.close();
  });

  it('types what a schema accepts and refuses the rest', async () => {
    const schema = z.object({ Atlas_Attempts__c: z.number() });
    const statement = soql`SELECT Atlas_Attempts__c FROM Lead WHERE LastName = ${'Doe'}`;
    const [record] = await org.client.query(statement, { schema });
    expect(record?.Atlas_Attempts__c).toBe(3);
    const wrong = z.object({ Atlas_Attempts__c: z.string() });
    expect(await failureOf(org.client.query(statement, { schema: wrong }))).toMatchObject({
      code: 'SALESFORCE_RESPONSE',
    });
  });

  it('never cuts a result off', async () => {
    const error = await failureOf(org.client.query(soql`SELECT Id FROM Lead`, { maxRecords: 3 }));
    expect(String(error)).toContain('found 4 records, at most 3 are read');
  });

  it('refuses a statement that fits into no address', async () => {
    const error = await failureOf(
      org.client.query(soql`SELECT Id FROM Lead WHERE LastName = ${'x'.repeat(14_000)}`),
    );
    expect(error).toBeInstanceOf(SalesforceValidationError);
  });
});

describe('composite', () => {
  const leadPart = (id: string, fields: object = {}) => part.upsert('Lead', request(id, fields));
  const taskPart = (fields: object = {}) =>
    part.upsert('Task', {
      externalId: { Atlas_Call_Id__c: 'c-1' },
      fields: { Subject: 'Call', WhoId: reference('lead'), ...fields },
      onCreate: { TaskSubtype: 'Call' },
    });

  it('writes a lead and its call log as one, however often it is repeated', async () => {
    const write = () =>
      org.client.composite({ lead: leadPart('r-1'), task: taskPart() }, { allOrNone: true });
    const first = await write();
    const second = await write();
    expect(first.lead).toEqual({ id: expect.stringMatching(/^00Q/), created: true });
    expect(second).toEqual({
      lead: { ...first.lead, created: false },
      task: { ...first.task, created: false },
    });
    expect(org.salesforce.records('Task')).toMatchObject([{ WhoId: first.lead.id, TaskSubtype: 'Call' }]);
  });

  it('throws the true cause and writes nothing', async () => {
    const parts = { lead: leadPart('r-1'), task: taskPart({ CallType: 'Sideways' }) };
    const error = await failureOf(org.client.composite(parts, { allOrNone: true }));
    expect(error).toBeInstanceOf(SalesforceValidationError);
    expect(error).toMatchObject({
      fields: ['CallType'],
      salesforceCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      details: { part: 'task' },
    });
    expect(org.salesforce.records('Lead')).toEqual([]);
  });

  it('gives each part its own outcome without allOrNone', async () => {
    const parts = { lead: leadPart('r-1', { LastName: null }), task: taskPart(), other: leadPart('r-2') };
    const { lead: failed, task, other } = await org.client.composite(parts, { allOrNone: false });
    expect(failed).toMatchObject({ ok: false, error: { fields: ['LastName'] } });
    expect(task).toMatchObject({ ok: false, error: { salesforceCode: 'PROCESSING_HALTED' } });
    expect(!task.ok && task.error.cause).toBe(!failed.ok && failed.error);
    expect(other).toMatchObject({ ok: true, value: { created: true } });
  });

  it('reads, updates and creates beside upserts', async () => {
    const { id } = await org.client.upsert('Lead', request('r-1'));
    const parts = {
      before: part.get('Lead', id, ['Company']),
      update: part.update('Lead', id, { Company: 'Example GmbH' }),
      task: part.create('Task', { Subject: 'Call', WhoId: reference('before', 'Id') }),
    };
    const result = await org.client.composite(parts, { allOrNone: true });
    expect(result.before.Company).toBe('Example Ltd');
    expect(result.update).toEqual({ id, created: false });
    expect(org.salesforce.records('Task')).toMatchObject([{ WhoId: id }]);
  });

  it('keeps data data: text that looks like a reference is no reference', async () => {
    const fields = { Company: '@{lead.id} Ltd', LastName: 'Doe' };
    await org.client.composite({ lead: leadPart('@{lead.id}', fields) }, { allOrNone: true });
    expect(org.salesforce.records('Lead')).toMatchObject([
      { Company: '@ {lead.id} Ltd', Atlas_Request_Id__c: '@{lead.id}' },
    ]);
  });

  it('names the duplicate of a part', async () => {
    const { id } = await org.client.upsert('Lead', request('r-1', { Email: 'ada@example.com' }));
    const parts = { lead: leadPart('r-2', { Email: 'ada@example.com' }) };
    expect(await failureOf(org.client.composite(parts, { allOrNone: true }))).toMatchObject({
      code: 'SALESFORCE_DUPLICATE',
      duplicateOf: id,
    });
  });

  it.each([
    ['no part', {}, 'must have 1 to 25 parts, has 0'],
    [
      '26 parts',
      Object.fromEntries(Array.from({ length: 26 }, (_, n) => [`p${n}`, leadPart('x')])),
      'has 26',
    ],
    ['a reference to a later part', { task: taskPart(), lead: leadPart('x') }, 'part task refers to lead'],
    [
      'a reference to an update',
      { lead: part.update('Lead', '00Q000000000001AAA', {}), task: taskPart() },
      'part task refers to lead',
    ],
    ['a name that is no name', { 'a-b': leadPart('x') }, 'the name of a composite part'],
  ])('refuses %s', async (_case, parts, message) => {
    const error = await failureOf(org.client.composite(parts, { allOrNone: true }));
    expect(error).toBeInstanceOf(SalesforceValidationError);
    expect(String(error)).toContain(message);
    expect(org.calls.filter((call) => call.startsWith('composite'))).toEqual([]);
  });
});

describe('what can not be written', () => {
  it.each([
    ['not a number', { Atlas_Attempts__c: NaN }],
    ['an invalid date', { Atlas_Consent_At__c: new Date(NaN) }],
    ['a reference outside a composite', { LeadSource: reference('lead') }],
    ['an object', { LeadSource: { part: 'lead', member: 'id' } }],
  ])('is refused before it is sent: %s', async (_case, fields) => {
    const error = await failureOf(org.client.upsert('Lead', request('r-1', fields)));
    expect(error).toBeInstanceOf(SalesforceValidationError);
    expect(error).toMatchObject({ fields: Object.keys(fields) });
    expect(org.calls).toEqual([]);
  });

  it('includes wrong names and keys', async () => {
    const twoKeys = { externalId: { A__c: '1', B__c: '2' }, fields: {} };
    const errors = await Promise.all([
      failureOf(org.client.upsert('Account', twoKeys)),
      failureOf(org.client.create('Account/../Lead', {})),
      failureOf(org.client.create('Account', { 'a.b': 1 })),
    ]);
    expect(errors.every((error) => error instanceof SalesforceValidationError)).toBe(true);
    expect(() => reference('lead', 'id}')).toThrow(SalesforceValidationError);
  });
});

describe('the allowance', () => {
  it('is told with every answer', async () => {
    await org.client.upsert('Lead', request('r-1'));
    await org.client.upsert('Lead', request('r-1'));
    expect(org.limits).toEqual([
      { used: 1, max: 100_000 },
      { used: 2, max: 100_000 },
    ]);
  });
});

describe('faults of the org', () => {
  it.each([
    ['a full server', ['none', 'server-error'], ['token 200', 'upsertRecord 503', 'upsertRecord 201']],
    ['too much at once', ['none', 'throttle'], ['token 200', 'upsertRecord 403', 'upsertRecord 201']],
    ['a log-in that fails', ['server-error'], ['token 503', 'token 200', 'upsertRecord 201']],
    [
      'a lock after a failure',
      ['none', 'server-error', 'server-error'],
      ['token 200', 'upsertRecord 503', 'upsertRecord 400', 'upsertRecord 201'],
    ],
  ] as const)('are survived: %s', async (_case, faults, calls) => {
    org.plan(...faults);
    expect(await org.client.upsert('Lead', request('r-1'))).toMatchObject({ created: true });
    expect(org.calls).toEqual(calls);
  });

  it('do not write twice when an answer is lost', async () => {
    org.plan('none', 'lost-answer');
    expect(await org.client.upsert('Lead', request('r-1'))).toMatchObject({ created: false });
    expect(org.salesforce.records('Lead')).toHaveLength(1);
  });

  it('leave the outcome of a create open when its answer is lost', async () => {
    org.plan('none', 'lost-answer');
    const error = await failureOf(org.client.create('Lead', lead));
    expect(error).toMatchObject({
      code: 'SALESFORCE_UNAVAILABLE',
      retryable: false,
      details: { outcomeUnknown: true },
    });
    expect(org.salesforce.records('Lead')).toHaveLength(1);
  });
});
