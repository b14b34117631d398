import { isAtlasError } from '@atlas-engine/domain';
import { part } from './composite-parts.ts';
import { isSalesforceError } from './errors.ts';
import {
  connectionReset,
  failureOf,
  salesforceError,
  scriptedClient,
  timeout,
} from './fixtures/scripted-fetch.ts';
import type { Scripted } from './fixtures/scripted-fetch.ts';

const upsert = {
  externalId: { Atlas_Request_Id__c: 'r-1' },
  fields: { LastName: 'Doe', Company: 'Example' },
};
const created = { status: 201, body: { id: '00Q000000000001AAA', success: true, errors: [], created: true } };
const unavailable = { status: 503, body: salesforceError('SERVER_UNAVAILABLE') };
const locked = { status: 400, body: salesforceError('UNABLE_TO_LOCK_ROW') };
const daily = {
  status: 403,
  body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }],
};
const concurrency = {
  status: 403,
  body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'ConcurrentPerOrgLongTxn Limit exceeded.' }],
};

describe('an upsert is repeated', () => {
  it.each<[string, Scripted, number]>([
    ['503', unavailable, 100],
    ['500 in HTML from a gateway', { status: 502, body: '<html>Bad Gateway</html>' }, 100],
    ['a broken error body', { status: 500, body: '[{"errorCode":' }, 100],
    ['a lost connection', { fails: connectionReset }, 100],
    ['no answer in time', { fails: timeout }, 100],
    ['a locked row', locked, 100],
    ['a locked row behind a 500', { ...locked, status: 500 }, 100],
    ['429 without a hint', { status: 429, body: 'slow down' }, 1100],
    ['429 with Retry-After', { status: 429, headers: { 'retry-after': '3' } }, 3100],
    [
      '503 with a date to retry after',
      { ...unavailable, headers: { 'retry-after': 'Thu, 01 Jan 2026 00:00:02 GMT' } },
      2100,
    ],
    ['the concurrency limit', concurrency, 5100],
    [
      'the same external id written at the same time',
      { status: 400, body: [{ errorCode: 'DUPLICATE_VALUE', message: 'duplicate value found' }] },
      100,
    ],
  ])('after %s', async (_case, failure, pause) => {
    const { client, requests, pauses } = scriptedClient([failure, created]);
    expect(await client.upsert('Lead', upsert)).toMatchObject({ created: true });
    expect(requests).toHaveLength(2);
    expect(pauses).toEqual([pause]);
  });

  it('with pauses drawn from a doubling range', async () => {
    const { client, pauses } = scriptedClient([unavailable, unavailable, unavailable, created]);
    await client.upsert('Lead', upsert);
    expect(pauses).toEqual([100, 200, 400]);
  });

  it('four times at most', async () => {
    const { client, requests } = scriptedClient(Array.from({ length: 9 }, () => unavailable));
    const error = await failureOf(client.upsert('Lead', upsert));
    expect(error).toMatchObject({ code: 'SALESFORCE_UNAVAILABLE', retryable: true });
    expect(requests).toHaveLength(4);
  });

  it('not when the pause does not fit into the budget', async () => {
    const { client, requests } = scriptedClient([{ status: 429, headers: { 'retry-after': '30' } }, created]);
    const error = await failureOf(client.upsert('Lead', upsert));
    expect(error).toMatchObject({ code: 'SALESFORCE_LIMIT', retryAfter: 30, retryable: true });
    expect(requests).toHaveLength(1);
  });

  it('once after a limit, not more', async () => {
    const { client, requests } = scriptedClient([concurrency, concurrency, created], { budgetMs: 60_000 });
    expect(await failureOf(client.upsert('Lead', upsert))).toMatchObject({
      code: 'SALESFORCE_LIMIT',
      retryAfter: 5,
    });
    expect(requests).toHaveLength(2);
  });

  it('not after the daily limit, which lasts longer than a call', async () => {
    const { client, requests } = scriptedClient([daily, created]);
    expect(await failureOf(client.upsert('Lead', upsert))).toMatchObject({
      code: 'SALESFORCE_LIMIT',
      retryAfter: 900,
    });
    expect(requests).toHaveLength(1);
  });

  it('within the budget of the whole call', async () => {
    let elapsed = 0;
    const { client, requests } = scriptedClient(
      Array.from({ length: 9 }, () => ({ fails: timeout })),
      { budgetMs: 1000, clock: { now: () => 0, monotonic: () => (elapsed += 300) } },
    );
    expect(await failureOf(client.upsert('Lead', upsert))).toMatchObject({ code: 'SALESFORCE_TIMEOUT' });
    expect(requests.length).toBeLessThan(4);
  });
});

describe('a create is repeated', () => {
  const lead = { LastName: 'Doe', Company: 'Example' };

  it.each([
    ['a locked row', locked],
    ['429', { status: 429 }],
  ])('after %s, which says that nothing was done', async (_case, failure) => {
    const { client, requests } = scriptedClient([failure, created]);
    await client.create('Lead', lead);
    expect(requests).toHaveLength(2);
  });

  it.each([
    ['503', unavailable],
    ['a lost connection', { fails: connectionReset }],
    ['no answer in time', { fails: timeout }],
  ])('not after %s, which leaves open whether it took effect', async (_case, failure) => {
    const { client, requests } = scriptedClient([failure, created]);
    const error = await failureOf(client.create('Lead', lead));
    expect(error).toMatchObject({ retryable: false, details: { outcomeUnknown: true } });
    expect(String(error)).toContain('before you repeat it');
    expect(requests).toHaveLength(1);
  });
});

describe('a composite is repeated', () => {
  const answers = (...parts: object[]) => ({
    status: 200,
    body: {
      compositeResponse: parts.map((answer, index) => ({
        referenceId: `p${index}`,
        httpHeaders: {},
        ...answer,
      })),
    },
  });
  const ok = {
    httpStatusCode: 200,
    body: { id: '00Q000000000001AAA', success: true, errors: [], created: false },
  };
  const lockedPart = { httpStatusCode: 400, body: locked.body };
  const halted = { httpStatusCode: 400, body: salesforceError('PROCESSING_HALTED') };
  const parts = { p0: part.upsert('Lead', upsert), p1: part.upsert('Lead', upsert) };

  it('after a lock that took the transaction down', async () => {
    const { client, requests } = scriptedClient([answers(lockedPart, halted), answers(ok, ok)]);
    expect(await client.composite(parts, { allOrNone: true })).toMatchObject({ p0: { created: false } });
    expect(requests).toHaveLength(2);
  });

  it('after a lock of one part, when all parts may be repeated', async () => {
    const { client } = scriptedClient([answers(lockedPart, ok), answers(ok, ok)]);
    expect(await client.composite(parts, { allOrNone: false })).toMatchObject({
      p0: { ok: true },
      p1: { ok: true },
    });
  });

  it('not when a part creates: the parts that succeeded would be made twice', async () => {
    const { client, requests } = scriptedClient([answers(lockedPart, ok), answers(ok, ok)]);
    const withCreate = { ...parts, p1: part.create('Lead', upsert.fields) };
    const outcomes = await client.composite(withCreate, { allOrNone: false });
    expect(outcomes).toMatchObject({
      p0: { ok: false, error: { code: 'SALESFORCE_LOCK' } },
      p1: { ok: true },
    });
    expect(requests).toHaveLength(1);
  });

  it('not after a lost answer when a part creates', async () => {
    const { client, requests } = scriptedClient([{ fails: connectionReset }]);
    const withCreate = { p0: part.create('Lead', upsert.fields) };
    expect(await failureOf(client.composite(withCreate, { allOrNone: true }))).toMatchObject({
      retryable: false,
    });
    expect(requests).toHaveLength(1);
  });

  it('and ends with the outcomes when a lock does not go away', async () => {
    const { client, requests } = scriptedClient(Array.from({ length: 4 }, () => answers(lockedPart, ok)));
    const outcomes = await client.composite(parts, { allOrNone: false });
    expect(outcomes).toMatchObject({
      p0: { ok: false, error: { code: 'SALESFORCE_LOCK' } },
      p1: { ok: true },
    });
    expect(requests).toHaveLength(4);
  });

  it('without create-only fields after they were refused', async () => {
    const refused = {
      httpStatusCode: 400,
      body: [
        {
          errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
          message:
            'Unable to create/update fields: TaskSubtype. Please check the security settings of this field.',
        },
      ],
    };
    const { client, requests } = scriptedClient([answers(refused), answers(ok)]);
    const log = part.upsert('Task', {
      externalId: { Atlas_Call_Id__c: 'c-1' },
      fields: { Subject: 'Call' },
      onCreate: { TaskSubtype: 'Call' },
    });
    await client.composite({ p0: log }, { allOrNone: true });
    expect(requests.map(({ body }) => body)).toMatchObject([
      { compositeRequest: [{ body: { Subject: 'Call', TaskSubtype: 'Call' } }] },
      { compositeRequest: [{ body: { Subject: 'Call' } }] },
    ]);
    expect(JSON.stringify(requests[1]?.body)).not.toContain('TaskSubtype');
  });

  it('not when its answer makes no sense', async () => {
    const nonsense = [
      { body: { wrong: true } },
      answers(ok),
      answers({ httpStatusCode: 200, body: {} }, ok),
      answers(ok, {
        httpStatusCode: 400,
        body: [{ errorCode: 'PROCESSING_HALTED', message: 'Invalid reference specified. No value' }],
      }),
      answers({ httpStatusCode: 204, body: null }, ok),
    ];
    for (const answer of nonsense) {
      const { client, requests } = scriptedClient([answer]);
      const error = await failureOf(client.composite(parts, { allOrNone: true }));
      expect(error).toMatchObject({ code: 'SALESFORCE_RESPONSE' });
      expect(requests).toHaveLength(1);
    }
  });
});

describe('an error', () => {
  const failures: readonly Scripted[] = [
    { status: 400, body: salesforceError('STRING_TOO_LONG', { fields: ['Phone', '+12125550100'] }) },
    { status: 400, body: salesforceError('lower case +12125550100') },
    { status: 400, body: 'text about +12125550100' },
    { status: 200, body: 'text about +12125550100' },
    { status: 200, body: { unexpected: '+12125550100' } },
    { status: 302, headers: { location: 'https://example.com/+12125550100' } },
    { status: 404, body: salesforceError('NOT_FOUND') },
    { status: 403, body: salesforceError('INSUFFICIENT_ACCESS_OR_READONLY') },
    { status: 300, body: ['/services/data/v62.0/sobjects/Lead/00Q000000000001AAA'] },
    daily,
    unavailable,
    { fails: connectionReset },
    { fails: timeout },
  ];

  it.each(failures)('shows no value and no token: %j', async (failure) => {
    const { client } = scriptedClient([failure], { maxAttempts: 1 });
    const error = await failureOf(client.upsert('Lead', upsert));
    const shown = isAtlasError(error)
      ? `${error.message} ${JSON.stringify(error.details)} ${error.stack ?? ''}`
      : '';
    expect(isSalesforceError(error)).toBe(true);
    expect(shown).not.toMatch(/12125550100|ada@example|the-token|secret"/);
    expect(shown).toContain('upsert Lead');
  });

  it.each<[Scripted, string]>([
    [
      { status: 400, body: salesforceError('STRING_TOO_LONG', { fields: ['Phone'] }) },
      'SALESFORCE_VALIDATION',
    ],
    [
      {
        status: 400,
        body: [{ errorCode: 'INVALID_FIELD', message: "No such column 'X__c' on sobject of type Lead" }],
      },
      'SALESFORCE_VALIDATION',
    ],
    [{ status: 415, body: salesforceError('UNSUPPORTED_MEDIA_TYPE') }, 'SALESFORCE_VALIDATION'],
    [{ status: 404, body: 'nothing here' }, 'SALESFORCE_NOT_FOUND'],
    [{ status: 400, body: salesforceError('ENTITY_IS_DELETED') }, 'SALESFORCE_NOT_FOUND'],
    [{ status: 403, body: salesforceError('API_DISABLED_FOR_ORG') }, 'SALESFORCE_AUTH'],
    [
      { status: 400, body: salesforceError('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY') },
      'SALESFORCE_AUTH',
    ],
    [{ status: 300, body: [] }, 'SALESFORCE_DUPLICATE'],
    [{ status: 418, body: 'teapot' }, 'SALESFORCE_RESPONSE'],
  ])('says what to do: %j is %s', async (failure, code) => {
    const { client } = scriptedClient([failure]);
    expect(await failureOf(client.upsert('Lead', upsert))).toMatchObject({ code, retryable: false });
  });

  it('names the column that does not exist', async () => {
    const body = [{ errorCode: 'INVALID_FIELD', message: "No such column 'X__c' on sobject of type Lead" }];
    const { client } = scriptedClient([{ status: 400, body }]);
    expect(await failureOf(client.upsert('Lead', upsert))).toMatchObject({ fields: ['X__c'] });
  });
});

describe('a duplicate', () => {
  const detected = (records: readonly object[]) => ({
    status: 400,
    body: salesforceError('DUPLICATES_DETECTED', {
      duplicateResult: { matchResults: [{ matchRecords: records }] },
    }),
  });
  const match = (Id: string, type: string, matchConfidence: number) => ({
    matchConfidence,
    record: { Id, attributes: { type } },
  });

  it('is the record most alike of the same object', async () => {
    const contact = match('003000000000009AAA', 'Contact', 100);
    const leads = [match('00Q000000000001AAA', 'Lead', 80), match('00Q000000000002AAA', 'Lead', 95)];
    const { client } = scriptedClient([detected([contact, ...leads])]);
    expect(await client.upsert('Lead', upsert)).toEqual({
      id: '00Q000000000002AAA',
      created: false,
      duplicateOf: '00Q000000000002AAA',
    });
  });

  it.each([
    ['a contact', detected([match('003000000000009AAA', 'Contact', 100)])],
    ['no record', detected([])],
    ['nothing more', { status: 300, body: salesforceError('DUPLICATES_DETECTED', { fields: [] }) }],
    [
      'a broken result',
      { status: 400, body: salesforceError('DUPLICATES_DETECTED', { duplicateResult: 'x' }) },
    ],
    ['no id', detected([match('<script>', 'Lead', 1)])],
  ])('is an error when Salesforce names %s', async (_case, answer) => {
    const { client } = scriptedClient([answer]);
    const error = await failureOf(client.upsert('Lead', upsert));
    expect(error).toMatchObject({ code: 'SALESFORCE_DUPLICATE', duplicateOf: undefined });
  });
});

describe('a query', () => {
  it('follows pages only to this org', async () => {
    const page = { done: false, totalSize: 2, records: [{}] };
    for (const nextRecordsUrl of [
      'https://example.com/x',
      '//example.com/services/data/v62.0/query/x',
      undefined,
    ]) {
      const { client, requests } = scriptedClient([{ body: { ...page, nextRecordsUrl } }]);
      const { soql } = await import('./soql.ts');
      expect(await failureOf(client.query(soql`SELECT Id FROM Lead`))).toMatchObject({
        code: 'SALESFORCE_RESPONSE',
      });
      expect(requests).toHaveLength(1);
    }
  });
});

describe('answers that lack what was asked for', () => {
  it('are response errors', async () => {
    const bodies: Scripted[] = [
      { status: 201, body: { success: true } },
      { status: 200, body: { Id: 'x' } },
    ];
    expect(await failureOf(scriptedClient([bodies[0]!]).client.create('Account', {}))).toMatchObject({
      code: 'SALESFORCE_RESPONSE',
    });
    expect(await failureOf(scriptedClient([bodies[1]!]).client.get('Account', 'x', ['Name']))).toMatchObject({
      code: 'SALESFORCE_RESPONSE',
    });
    expect(await failureOf(scriptedClient([bodies[1]!]).client.describe('Account'))).toMatchObject({
      code: 'SALESFORCE_RESPONSE',
    });
    const without = scriptedClient([{ status: 204 }, { body: { Id: null } }]).client;
    expect(await failureOf(without.upsert('Lead', upsert))).toMatchObject({ code: 'SALESFORCE_RESPONSE' });
  });
});
