import { useEnvironment } from '@atlas-engine/function-kit/testing';

useEnvironment({
  DIAL_QUEUE_URL: 'https://sqs.us-east-1.amazonaws.com/000000000000/AtlasEngineDialQueue-test',
  CONNECT_INSTANCE_ID: '11111111-1111-4111-8111-111111111111',
  CONNECT_FLOW_ID: '22222222-2222-4222-8222-222222222222',
  CONNECT_QUEUE_ID: '33333333-3333-4333-8333-333333333333',
  CONNECT_SOURCE_NUMBER: '+12125550199',
  CONNECT_TRAFFIC_TYPE: 'GENERAL',
  PACING_CALLS_PER_SECOND: '1.8',
  PACING_BURST: '5',
  PACING_MAX_CONCURRENT_CALLS: '10',
  PACING_EXPECTED_CALL_SECONDS: '60',
});

describe('InitiateCallHandler', () => {
  it('takes a batch of the queue and reports what it could not read', async () => {
    const { handler } = await import('./handler.ts');
    const record = { messageId: 'm-1', body: '{}', attributes: {} };
    await expect(handler({ Records: [record] })).resolves.toEqual({
      batchItemFailures: [{ itemIdentifier: 'm-1' }],
    });
  });

  it('refuses an event that no queue sends', async () => {
    const { handler } = await import('./handler.ts');
    await expect(handler({})).rejects.toMatchObject({ name: 'InvalidEventError' });
  });

  it.each(['DIAL_QUEUE_URL', 'CONNECT_FLOW_ID', 'PACING_BURST', 'INTERACTIONS_TABLE'])(
    'does not start without %s, and says so',
    async (name) => {
      process.env = { ...process.env, [name]: undefined };
      await expect(import('./handler.ts')).rejects.toThrow(`${name} is missing`);
    },
  );

  it.each([
    ['CONNECT_SOURCE_NUMBER', '2125550199'],
    ['CONNECT_TRAFFIC_TYPE', 'PREDICTIVE'],
    ['PACING_CALLS_PER_SECOND', '0'],
    ['PACING_MAX_CONCURRENT_CALLS', '1.5'],
    ['ATLAS_CALLING_POLICY', '{"horizonDays":0}'],
  ])('does not start with the wrong %s %s', async (name, value) => {
    process.env = { ...process.env, [name]: value };
    await expect(import('./handler.ts')).rejects.toThrow(`${name} is malformed`);
  });
});
