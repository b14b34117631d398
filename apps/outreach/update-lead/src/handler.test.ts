import { useEnvironment } from '@atlas-engine/function-kit/testing';

useEnvironment({
  SALESFORCE_SECRET_ID: 'AtlasEngine/test/salesforce',
  SALESFORCE_API_VERSION: 'v62.0',
});

describe('UpdateLeadHandler', () => {
  it('refuses an event that breaks the contract, by the names of the fields', async () => {
    const { handler } = await import('./handler.ts');
    const event = { requestId: 'request-1', leadId: 'short' };
    await expect(handler(event)).rejects.toMatchObject({
      name: 'InvalidEventError',
      message: expect.stringContaining('leadId'),
    });
  });

  it('takes messages of the wrap-up queue, each of which fails alone', async () => {
    const { handler } = await import('./handler.ts');
    const attributes = { ApproximateReceiveCount: '1' };
    const Records = [{ messageId: 'm-1', body: '{"contactId":"c"}', attributes }];
    expect(await handler({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: 'm-1' }] });
  });

  it.each(['SALESFORCE_SECRET_ID', 'SALESFORCE_API_VERSION', 'INTERACTIONS_TABLE'])(
    'does not start without %s, and says so',
    async (name) => {
      process.env = { ...process.env, [name]: undefined };
      await expect(import('./handler.ts')).rejects.toThrow(`${name} is missing`);
    },
  );
});
