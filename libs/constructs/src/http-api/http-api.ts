import type { HttpApiName } from '@atlas-engine/resource-names';
import { CfnApi, CfnAuthorizer, CfnIntegration, CfnRoute, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { type Alias, CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { CfnParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { addAlarm } from '../alarm.ts';
import type { AtlasStack } from '../atlas-stack.ts';
import { InvalidStackError } from '../invalid-stack-error.ts';
import { addLogGroup } from '../log-group.ts';
import { agentIssuer, ssmReference } from '../ssm-reference.ts';
import { accessLogFormat } from './access-log.ts';
import type { ApiCallers } from './api-callers.ts';

/** Requests a second on average, and at once. What is more is answered 429. */
interface Throttle {
  readonly requestsPerSecond: number;
  readonly burst: number;
}

/** One way into the function. */
export interface ApiRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under `/api/`, where CloudFront sends pages' requests; with parameters as `{contactId}`. */
  readonly path: `/api/${string}`;
  /** In place of the API's own. */
  readonly throttle?: Throttle;
}

/** Requests of a page, by the site's `/api/*`. */
export interface ApiTrigger {
  readonly api: HttpApiName;
  readonly callers: ApiCallers;
  readonly routes: readonly ApiRoute[];
  /** Of each route. */
  readonly throttle: Throttle;
}

interface HttpApiProps extends ApiTrigger {
  /** Of the function. */
  readonly timeoutSeconds: number;
}

/** API Gateway gives up after 30 s; the function must have said why before. Source: quotas of HTTP APIs. */
const longestSeconds = 29;

const keyOf = ({ method, path }: ApiRoute): string => `${method} ${path}`;

/**
 * An HTTP API before the live alias of a function: routes, throttle, access log without anything personal, alarm on 5xx.
 * Its id, which API Gateway chooses, goes into SSM, where the site's stack finds it.
 *
 * @throws InvalidStackError when the function may run longer than API Gateway waits, or a route is there twice
 */
export class HttpApi extends Construct {
  readonly #stack: AtlasStack;
  readonly #api: CfnApi;

  constructor(stack: AtlasStack, live: Alias, props: HttpApiProps) {
    super(stack, 'HttpApi');
    check(props);
    this.#stack = stack;
    const { httpApis, partition, region, account } = stack.names;
    const { name, idParameter } = httpApis[props.api];
    this.#api = new CfnApi(this, 'Api', { name, protocolType: 'HTTP' });
    this.#addRoutes(props, live);
    this.#addStage(props);
    this.#addAlarm(props.api);
    new CfnPermission(this, 'Permission', {
      action: 'lambda:InvokeFunction',
      functionName: live.functionArn,
      principal: 'apigateway.amazonaws.com',
      sourceArn: `arn:${partition}:execute-api:${region}:${account}:${this.#api.ref}/*/*`,
    });
    new CfnParameter(this, 'Id', { name: idParameter, type: 'String', value: this.#api.ref });
  }

  #addRoutes({ routes, callers }: HttpApiProps, live: Alias): void {
    const integration = new CfnIntegration(this, 'Integration', {
      apiId: this.#api.ref,
      integrationType: 'AWS_PROXY',
      integrationUri: live.functionArn,
      payloadFormatVersion: '2.0',
    });
    const authorization =
      callers.kind === 'agents' ? this.#agentAuthorization() : { authorizationType: 'NONE' };
    for (const route of routes) {
      const made = new CfnRoute(this, keyOf(route).replaceAll('/', '.'), {
        apiId: this.#api.ref,
        routeKey: keyOf(route),
        target: `integrations/${integration.ref}`,
        ...authorization,
      });
      if (callers.kind === 'anyone') acknowledge(made, { 'AwsSolutions-APIG4': callers.reason });
    }
  }

  #agentAuthorization() {
    const { names } = this.#stack;
    const authorizer = new CfnAuthorizer(this, 'Agents', {
      apiId: this.#api.ref,
      name: 'agents',
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: {
        issuer: agentIssuer(names),
        audience: [ssmReference(names.identity.parameters.clientId)],
      },
    });
    return { authorizationType: 'JWT', authorizerId: authorizer.ref };
  }

  #addStage({ api, routes, throttle }: HttpApiProps): void {
    const logs = addLogGroup(this.#stack, this.#stack.names.httpApis[api].accessLogs, 'AccessLogs');
    // A map that CloudFormation hands on as it is, so its names are CloudFormation's.
    const own = routes.flatMap(({ throttle: limits, ...route }) =>
      limits === undefined
        ? []
        : [
            [
              keyOf(route),
              { ThrottlingRateLimit: limits.requestsPerSecond, ThrottlingBurstLimit: limits.burst },
            ] as const,
          ],
    );
    const stage = new CfnStage(this, 'Stage', {
      apiId: this.#api.ref,
      stageName: '$default',
      autoDeploy: true,
      accessLogSettings: { destinationArn: logs.logGroupArn, format: accessLogFormat },
      defaultRouteSettings: {
        throttlingRateLimit: throttle.requestsPerSecond,
        throttlingBurstLimit: throttle.burst,
      },
      ...(own.length > 0 ? { routeSettings: Object.fromEntries(own) } : {}),
    });
    // Settings of a route need the route.
    for (const child of this.node.children) if (child instanceof CfnRoute) stage.addResourceDependency(child);
  }

  #addAlarm(api: HttpApiName): void {
    addAlarm(this.#stack, {
      alarm: `${api}-ServerErrors`,
      meaning: `Requests to ${api} fail. Read its access log, then the log of its function.`,
      metric: {
        namespace: 'AWS/ApiGateway',
        name: '5xx',
        dimensions: { ApiId: this.#api.ref },
        statistic: 'Sum',
        periodSeconds: 300,
      },
      threshold: this.#stack.configuration.alarms.apiServerErrors,
    });
  }
}

function check({ api, timeoutSeconds, routes }: HttpApiProps): void {
  if (timeoutSeconds > longestSeconds)
    throw new InvalidStackError(
      `${api}: its function may take ${String(timeoutSeconds)} s; at most ${String(longestSeconds)} s are allowed behind an API.`,
    );
  const keys = routes.map(keyOf);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new InvalidStackError(`${api}: the route ${twice} is there twice.`);
}
