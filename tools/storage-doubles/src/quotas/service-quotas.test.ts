import {
  GetAWSDefaultServiceQuotaCommand,
  GetServiceQuotaCommand,
  ListServiceQuotasCommand,
  ServiceQuotasClient,
} from '@aws-sdk/client-service-quotas';
import { createWireServer, type WireServer } from '@atlas-engine/aws-wire';
import { createManualClock, createMemoryStore } from '@atlas-engine/simulation';
import { createServiceQuotas } from './service-quotas.ts';

const lambda = { ServiceCode: 'lambda', QuotaCode: 'L-B99A9384' };

describe('Service Quotas', () => {
  let server: WireServer;
  let client: ServiceQuotasClient;
  beforeEach(async () => {
    const { service } = createServiceQuotas({
      region: 'us-east-1',
      accountId: '000000000000',
      applied: { [lambda.QuotaCode]: 10 },
    });
    const place = { clock: createManualClock(), store: createMemoryStore() };
    server = await createWireServer({ services: [service], ...place });
    client = new ServiceQuotasClient({
      endpoint: server.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: 'x' },
      maxAttempts: 1,
    });
  });
  afterEach(() => server.close());

  it('tells what the account has, and what it would have by default', async () => {
    const [own, preset] = await Promise.all([
      client.send(new GetServiceQuotaCommand(lambda)),
      client.send(new GetAWSDefaultServiceQuotaCommand(lambda)),
    ]);
    expect([own.Quota?.Value, preset.Quota?.Value]).toEqual([10, 1000]);
    expect(own.Quota?.QuotaArn).toBe('arn:aws:servicequotas:us-east-1:000000000000:lambda/L-B99A9384');
  });

  it('lists those of a service', async () => {
    const { Quotas } = await client.send(new ListServiceQuotasCommand({ ServiceCode: 'connect' }));
    expect(Quotas?.map(({ QuotaName, Value }) => [QuotaName, Value])).toContainEqual([
      'Concurrent active calls per instance',
      10,
    ]);
    expect(Quotas).toHaveLength(4);
  });

  it('refuses what is no quota, and to look through pages', async () => {
    const unknown = client.send(new GetServiceQuotaCommand({ ...lambda, QuotaCode: 'L-00000000' }));
    await expect(unknown).rejects.toMatchObject({ name: 'NoSuchResourceException' });
    const paged = client.send(new ListServiceQuotasCommand({ ServiceCode: 'connect', NextToken: 'x' }));
    await expect(paged).rejects.toThrow(/NextToken/);
  });
});
