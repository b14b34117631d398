import { createWireServer } from '@atlas-engine/aws-wire';
import type { WireRequest } from '@atlas-engine/aws-wire';
import type { CallFault } from '@atlas-engine/simulation';
import { noFaults } from '@atlas-engine/simulation';
import { clientId, clientSecret, lead, openOrg } from './fixtures/org.ts';

const request = (method: string, path: string, body = ''): WireRequest => {
  const [plain = '', query = ''] = path.split('?');
  return { method, path: plain, query: new URLSearchParams(query), headers: {}, body: Buffer.from(body) };
};

describe('the service', () => {
  it('claims the log-in and the data API and nothing else', async () => {
    const { service } = (await openOrg()).salesforce;
    const claimed = [
      '/services/oauth2/token',
      '/services/data/v62.0/limits',
      '/services/apexrest/x',
      '/',
    ].map((path) => service.claims?.(request('GET', path)));
    expect(claimed).toEqual([true, true, false, false]);
  });

  it('names its operations', async () => {
    const { service } = (await openOrg()).salesforce;
    const names = [
      request('POST', '/services/oauth2/token'),
      request('PATCH', '/services/data/v62.0/sobjects/Lead/Request_Id__c/r1'),
      request('GET', '/services/data/v62.0/sobjects/Lead/describe'),
      request('POST', '/services/data/v62.0/composite'),
      request('GET', '/services/data/v62.0/limits'),
      request('GET', '/services/data/v62.0/query'),
      request('GET', '/services/data/v62.0/chatter'),
    ].map((call) => service.operationOf(call));
    expect(names).toEqual([
      'token',
      'upsertRecord',
      'describeObject',
      'composite',
      'limits',
      'query',
      'unknown',
    ]);
  });

  it('keys faults by external ids and statements, not by record ids, tokens and times', async () => {
    const { service } = (await openOrg()).salesforce;
    const body = '{"url":"/services/data/v62.0/sobjects/Lead/Request_Id__c/r1","body":{"At":"2026-01-01"}}';
    const keys = [
      request('POST', '/services/oauth2/token', 'assertion=random'),
      request('POST', '/services/data/v62.0/composite', body),
      request('PATCH', '/services/data/v62.0/sobjects/Lead/00QAk0000000001MAA'),
      request('GET', '/services/data/v62.0/query?q=SELECT'),
    ].map((call) => service.faultKeyOf?.(call));
    expect(keys).toEqual([
      'login',
      '/sobjects/Lead/Request_Id__c/r1',
      'PATCH /services/data/v62.0/sobjects/Lead',
      'SELECT',
    ]);
  });

  it('shows each face of a fault in turn', async () => {
    const { service } = (await openOrg()).salesforce;
    const call = request('POST', '/services/data/v62.0/composite');
    const statuses = (['throttle', 'throttle', 'server-error', 'server-error'] as const).map((kind) => {
      const answer = service.faultResponse?.({ kind }, call);
      return [answer?.status, /"errorCode":"(\w+)"/.exec(String(answer?.body))?.[1]];
    });
    expect(statuses).toEqual([
      [403, 'REQUEST_LIMIT_EXCEEDED'],
      [429, undefined],
      [503, 'SERVER_UNAVAILABLE'],
      [400, 'UNABLE_TO_LOCK_ROW'],
    ]);
  });

  it('serves over HTTP beside injected faults', async () => {
    const org = await openOrg();
    const fault: CallFault = { kind: 'server-error' };
    const faults = [fault];
    const plan = { ...noFaults, call: () => faults.pop() ?? ({ kind: 'none' } as const) };
    const { clock, store, salesforce } = org;
    const server = await createWireServer({ services: [salesforce.service], clock, store, faults: plan });
    try {
      const login = () =>
        fetch(`${server.url}/services/oauth2/token`, {
          method: 'POST',
          body: new URLSearchParams({
            grant_type: 'client_credentials',
            client_id: clientId,
            client_secret: clientSecret,
          }),
        });
      expect((await login()).status).toBe(503);
      const token = (await (await login()).json()) as { access_token: string; instance_url: string };
      expect(token.instance_url).toBe(server.url);
      const saved = await fetch(
        `${token.instance_url}/services/data/v62.0/sobjects/Lead/Request_Id__c/a%2Fb`,
        {
          method: 'PATCH',
          headers: { authorization: `Bearer ${token.access_token}`, 'content-type': 'application/json' },
          body: JSON.stringify(lead),
        },
      );
      expect(saved.status).toBe(201);
      expect(salesforce.records('Lead')).toMatchObject([{ Request_Id__c: 'a/b' }]);
    } finally {
      await server.close();
    }
  });
});
