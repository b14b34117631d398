import { useEnvironment } from '@atlas-engine/function-kit/testing';

useEnvironment({
  DIAL_QUEUE_URL: 'https://sqs.us-east-1.amazonaws.com/000000000000/AtlasEngineDialQueue-test',
});

describe('InvokeOutboundCallHandler', () => {
  it('refuses an event that breaks the contract, by the names of the fields', async () => {
    const { handler } = await import('./handler.ts');
    const event = { requestId: 'request-1', sequence: 0, taskToken: 'secret-token', executionArn: '' };
    await expect(handler(event)).rejects.toMatchObject({
      name: 'InvalidEventError',
      message: expect.stringContaining('sequence must be at least 1'),
    });
  });

  it.each(['DIAL_QUEUE_URL', 'INTERACTIONS_TABLE', 'TASK_TOKENS_TABLE'])(
    'does not start without %s, and says so',
    async (name) => {
      process.env = { ...process.env, [name]: undefined };
      await expect(import('./handler.ts')).rejects.toThrow(`${name} is missing`);
    },
  );
});
