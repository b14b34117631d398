import * as z from 'zod';

const throttling = {
  ThrottlingRateLimit: z.number().min(0).optional(),
  ThrottlingBurstLimit: z.int().min(0).max(5000).optional(),
};
const routeSettings = z.strictObject({ ...throttling, DetailedMetricsEnabled: z.boolean().optional() });
const tags = z.record(z.string(), z.string()).optional();

const cors = z.strictObject({
  AllowOrigins: z.array(z.string()).optional(),
  AllowMethods: z.array(z.string()).optional(),
  AllowHeaders: z.array(z.string()).optional(),
  ExposeHeaders: z.array(z.string()).optional(),
  AllowCredentials: z.boolean().optional(),
  MaxAge: z.int().min(-1).max(86_400).optional(),
});

const routeKey = z
  .string()
  .regex(
    /^(\$default|(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY) \/\S*)$/,
    'must be $default or a method and a path',
  );

/** What a template may say, by the part after `AWS::ApiGatewayV2::`. What is not listed is not known to the double. */
export const shapes = {
  Api: z.strictObject({
    Name: z.string().min(1).max(128),
    ProtocolType: z.literal('HTTP'),
    Description: z.string().max(1024).optional(),
    DisableExecuteApiEndpoint: z.boolean().optional(),
    CorsConfiguration: cors.optional(),
    Tags: tags,
  }),
  Stage: z.strictObject({
    ApiId: z.string(),
    StageName: z.literal('$default'),
    AutoDeploy: z.literal(true),
    Description: z.string().optional(),
    DefaultRouteSettings: routeSettings.optional(),
    RouteSettings: z.record(routeKey, routeSettings).optional(),
    AccessLogSettings: z
      .strictObject({ DestinationArn: z.string().startsWith('arn:aws:logs:'), Format: z.string() })
      .optional(),
    Tags: tags,
  }),
  Integration: z.strictObject({
    ApiId: z.string(),
    IntegrationType: z.literal('AWS_PROXY'),
    IntegrationUri: z.string().startsWith('arn:aws:lambda:'),
    PayloadFormatVersion: z.literal('2.0'),
    IntegrationMethod: z.literal('POST').optional(),
    TimeoutInMillis: z.int().min(50).max(30_000).default(30_000),
  }),
  Route: z.strictObject({
    ApiId: z.string(),
    RouteKey: routeKey,
    Target: z.string().regex(/^integrations\/\w+$/),
    AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
    AuthorizerId: z.string().optional(),
    AuthorizationScopes: z.array(z.string()).default([]),
  }),
  Authorizer: z.strictObject({
    ApiId: z.string(),
    Name: z.string().min(1).max(128),
    AuthorizerType: z.literal('JWT'),
    IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
    JwtConfiguration: z.strictObject({ Issuer: z.url(), Audience: z.array(z.string()).min(1) }),
  }),
} as const;

/** The kinds of resources that an HTTP API is made of. */
export type ApiPart = keyof typeof shapes;
export const apiParts = Object.keys(shapes) as readonly ApiPart[];

/** A part as it is kept. */
export type Definition<K extends ApiPart> = z.infer<(typeof shapes)[K]>;
