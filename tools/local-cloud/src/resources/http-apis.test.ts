import { arn, arrangeResources } from '../fixtures/creating-resources.ts';

let world: Awaited<ReturnType<typeof arrangeResources>>;
beforeEach(async () => {
  world = await arrangeResources();
});
afterEach(() => world.close());

const functionArn = arn('lambda', 'function:f:live');

/** An API before a function; its access log goes to a group. */
const api = async () => {
  const { physicalId: ApiId } = await world.create(
    'AWS::ApiGatewayV2::Api',
    { Name: 'x', ProtocolType: 'HTTP' },
    'Api',
  );
  const { physicalId: integration } = await world.create(
    'AWS::ApiGatewayV2::Integration',
    { ApiId, IntegrationType: 'AWS_PROXY', IntegrationUri: functionArn, PayloadFormatVersion: '2.0' },
    'Integration',
  );
  await world.create(
    'AWS::ApiGatewayV2::Route',
    { ApiId, RouteKey: 'GET /api/x', Target: `integrations/${integration}` },
    'Route',
  );
  const { attributes } = await world.create(
    'AWS::Logs::LogGroup',
    { LogGroupName: '/aws/vendedlogs/apis/x' },
    'Logs',
  );
  const AccessLogSettings = {
    DestinationArn: attributes?.['Arn'],
    Format: '$context.status $context.integrationErrorMessage',
  };
  const stage = { ApiId, StageName: '$default', AutoDeploy: true, AccessLogSettings };
  expect(await world.create('AWS::ApiGatewayV2::Stage', stage, 'Stage')).toEqual({ physicalId: '$default' });
  return ApiId;
};
const ask = (apiId: string) =>
  world.services.httpApis.service.handle({
    method: 'GET',
    path: '/api/x',
    query: new URLSearchParams(),
    headers: { host: world.services.httpApis.hostOf(apiId) },
    body: Buffer.alloc(0),
  });
const errorsLogged = async (apiId: string) => {
  await ask(apiId);
  return world.services.logs.events('/aws/vendedlogs/apis/x').map(({ message }) => message);
};

describe('an HTTP API', () => {
  it('may call a function whose policy names it', async () => {
    const apiId = await api();
    expect((await ask(apiId)).status).toBe(500);
    await world.create(
      'AWS::Lambda::Permission',
      {
        Action: 'lambda:InvokeFunction',
        FunctionName: functionArn,
        Principal: 'apigateway.amazonaws.com',
        SourceArn: arn('execute-api', `${apiId}/*/*`),
      },
      'Permission',
    );
    // There is no such function: that is what it is told now.
    expect(await errorsLogged(apiId)).toEqual(['500 AccessDeniedException', '500 ResourceNotFoundException']);
  });

  it('goes with its stack', async () => {
    const properties = { Name: 'x', ProtocolType: 'HTTP' };
    const made = await world.create('AWS::ApiGatewayV2::Api', properties, 'Thing');
    expect(made.attributes?.['ApiEndpoint']).toBe(
      `https://${made.physicalId}.execute-api.us-east-1.amazonaws.com`,
    );
    await world.remove('AWS::ApiGatewayV2::Api', properties, made);
    expect((await ask(made.physicalId)).status).toBe(404);
  });
});
