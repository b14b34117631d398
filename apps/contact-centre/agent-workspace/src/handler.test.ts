import { useEnvironment } from '@atlas-engine/function-kit/testing';

useEnvironment({
  CONNECT_INSTANCE_ARN: 'arn:aws:connect:us-east-1:123456789012:instance/instance-1',
  WRAP_UP_QUEUE_URL: 'https://sqs.us-east-1.amazonaws.com/123456789012/AtlasEngineWrapUpQueue-test',
});

describe('AgentWorkspaceHandler', () => {
  it('answers as API Gateway wants it', async () => {
    const { handler } = await import('./handler.ts');
    const event = {
      ...{ version: '2.0', routeKey: 'GET /api/other', rawPath: '/api/other', isBase64Encoded: false },
      requestContext: { requestId: 'r-1', authorizer: { jwt: { claims: { username: 'avery.agent' } } } },
    };
    expect(await handler(event)).toMatchObject({
      statusCode: 404,
      body: JSON.stringify({ error: { code: 'ROUTE_NOT_FOUND', message: 'There is no such route.' } }),
    });
  });

  it('refuses an event that is none of API Gateway', async () => {
    const { handler } = await import('./handler.ts');
    await expect(handler({ Records: [] })).rejects.toMatchObject({ name: 'InvalidEventError' });
  });

  it.each(['CONNECT_INSTANCE_ARN', 'WRAP_UP_QUEUE_URL', 'INTERACTIONS_TABLE'])(
    'does not start without %s, and says so',
    async (name) => {
      process.env = { ...process.env, [name]: undefined };
      await expect(import('./handler.ts')).rejects.toThrow(`${name} is missing`);
    },
  );
});
