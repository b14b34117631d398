import { useEnvironment } from '@atlas-engine/function-kit/testing';

useEnvironment({
  SALESFORCE_SECRET_ID: 'AtlasEngine/test/salesforce',
  SALESFORCE_API_VERSION: 'v62.0',
});

describe('CreateLeadHandler', () => {
  it('refuses an event that breaks the contract, by the names of the fields', async () => {
    const { handler } = await import('./handler.ts');
    const event = { request: { requestId: 'request-1' } };
    await expect(handler(event)).rejects.toMatchObject({
      name: 'InvalidEventError',
      message: expect.stringContaining('request.lead'),
    });
  });

  it.each(['SALESFORCE_SECRET_ID', 'SALESFORCE_API_VERSION', 'INTERACTIONS_TABLE'])(
    'does not start without %s, and says so',
    async (name) => {
      process.env = { ...process.env, [name]: undefined };
      await expect(import('./handler.ts')).rejects.toThrow(`${name} is missing`);
    },
  );
});
