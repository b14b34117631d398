import { atlasNames } from '@atlas-engine/resource-names';
import { FunctionStack, type FunctionStackProps } from '../function-stack.ts';
import { exampleConfiguration, resourcesOf, synthesize, type Template } from '../testing/synthesize.ts';
import { agentsOnly, anyone } from './api-callers.ts';
import type { ApiTrigger } from './http-api.ts';

const configuration = exampleConfiguration('dev');
const names = atlasNames(configuration);
const api: ApiTrigger = {
  api: 'AgentWorkspaceApi',
  callers: agentsOnly,
  routes: [
    { method: 'GET', path: '/api/contacts/{contactId}' },
    {
      method: 'POST',
      path: '/api/contacts/{contactId}/number',
      throttle: { requestsPerSecond: 1, burst: 2 },
    },
  ],
  throttle: { requestsPerSecond: 50, burst: 100 },
};

const build = (given: Partial<ApiTrigger> = {}, props: Partial<FunctionStackProps> = {}): Template =>
  Object.values(
    synthesize(configuration, (app, bundle) => {
      new FunctionStack(app, {
        service: 'GatewayFulfillmentHandler',
        description: 'Answers.',
        assetDirectory: bundle,
        timeoutSeconds: 10,
        memoryMb: 256,
        policies: ['AtlasEngineLoggingPolicy'],
        api: { ...api, ...given },
        ...props,
      });
    }),
  )[0]!;

const only = (template: Template, type: string) => resourcesOf(template, type)[0]!.Properties;
const apiId = { Ref: expect.stringMatching(/^HttpApi/) };

describe('the HTTP API of a function', () => {
  const template = build();

  it('leads each route to the live alias, and is allowed to call it', () => {
    const target = only(template, 'AWS::ApiGatewayV2::Integration');
    expect(target).toMatchObject({
      ApiId: apiId,
      IntegrationType: 'AWS_PROXY',
      PayloadFormatVersion: '2.0',
      IntegrationUri: { Ref: expect.stringMatching(/^Live/) },
    });
    expect(
      resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties['RouteKey']),
    ).toEqual(['GET /api/contacts/{contactId}', 'POST /api/contacts/{contactId}/number']);
    expect(only(template, 'AWS::Lambda::Permission')).toMatchObject({
      Principal: 'apigateway.amazonaws.com',
      FunctionName: target['IntegrationUri'],
      SourceArn: {
        'Fn::Join': ['', ['arn:aws:execute-api:us-east-1:123456789012:', apiId, '/*/*']],
      },
    });
  });

  it('lets in who has a token of the user pool', () => {
    const { userPoolId, clientId } = names.identity.parameters;
    expect(only(template, 'AWS::ApiGatewayV2::Authorizer')).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {
        Issuer: `https://cognito-idp.us-east-1.amazonaws.com/{{resolve:ssm:${userPoolId}}}`,
        Audience: [`{{resolve:ssm:${clientId}}}`],
      },
    });
    for (const { Properties } of resourcesOf(template, 'AWS::ApiGatewayV2::Route'))
      expect(Properties).toMatchObject({
        AuthorizationType: 'JWT',
        AuthorizerId: { Ref: expect.stringMatching(/Agents/) },
      });
  });

  it('throttles every route, some in their own way', () => {
    expect(only(template, 'AWS::ApiGatewayV2::Stage')).toMatchObject({
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      RouteSettings: {
        'POST /api/contacts/{contactId}/number': { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 2 },
      },
    });
    expect(resourcesOf(template, 'AWS::ApiGatewayV2::Stage')[0]!.DependsOn).toHaveLength(2);
  });

  it('logs requests without what the caller wrote', () => {
    const { AccessLogSettings } = only(template, 'AWS::ApiGatewayV2::Stage') as {
      AccessLogSettings: { Format: string };
    };
    expect(JSON.parse(AccessLogSettings.Format)).toMatchObject({ route: '$context.routeKey' });
    expect(AccessLogSettings.Format).not.toMatch(/sourceIp|claims|\$context\.path|userAgent|authorizer\.sub/);
    const groups = resourcesOf(template, 'AWS::Logs::LogGroup').map(({ Properties }) => Properties);
    expect(groups).toContainEqual(
      expect.objectContaining({
        LogGroupName: '/aws/vendedlogs/apis/AgentWorkspaceApi-dev',
        RetentionInDays: 7,
      }),
    );
  });

  it('tells operations of answers with 5xx', () => {
    const alarm = resourcesOf(template, 'AWS::CloudWatch::Alarm').find(
      ({ Properties }) => Properties['AlarmName'] === 'AgentWorkspaceApi-ServerErrors-dev',
    );
    expect(alarm?.Properties).toMatchObject({
      Namespace: 'AWS/ApiGateway',
      MetricName: '5xx',
      Dimensions: [{ Name: 'ApiId', Value: apiId }],
      Threshold: 5,
    });
  });

  it('keeps its id where the site finds it', () => {
    expect(only(template, 'AWS::SSM::Parameter')).toMatchObject({
      Name: '/atlas-engine/dev/api/agent-workspace-api/id',
      Value: apiId,
    });
  });

  it('lets anyone in, when there is a reason', () => {
    const open = build({ callers: anyone('A one-time ticket stands in place of a sign-in.') });
    expect(resourcesOf(open, 'AWS::ApiGatewayV2::Authorizer')).toEqual([]);
    expect(only(open, 'AWS::ApiGatewayV2::Route')).toMatchObject({ AuthorizationType: 'NONE' });
  });

  it('is refused before a function that may take longer than API Gateway waits', () => {
    expect(() => build({}, { timeoutSeconds: 30 })).toThrow('at most 29 s are allowed behind an API');
  });

  it('is refused with a route twice', () => {
    const [route] = api.routes;
    expect(() => build({ routes: [route!, route!] })).toThrow(
      'the route GET /api/contacts/{contactId} is there twice',
    );
  });
});
