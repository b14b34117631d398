import * as z from 'zod';

const unit = z.enum(['seconds', 'minutes', 'hours', 'days']);
const seconds = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;
const attribute = z.strictObject({ Name: z.string().min(1).max(32), Value: z.string().max(2048) });
const tags = z.record(z.string(), z.string()).optional();

/** Cognito takes `https` addresses, and `http` ones of this machine for tests. */
const callback = z
  .string()
  .max(1024)
  .regex(
    /^(https:\/\/[^\s#*]+|http:\/\/([a-z0-9-]+\.)*localhost(:\d+)?(\/[^\s#]*)?)$/,
    'must be an https address without fragment, or an http one on localhost',
  );

const pool = z.strictObject({
  UserPoolName: z.string().min(1).max(128),
  AdminCreateUserConfig: z.strictObject({
    AllowAdminCreateUserOnly: z.literal(true, 'sign-up by users themselves is not supported'),
    InviteMessageTemplate: z.unknown().optional(),
  }),
  Policies: z
    .strictObject({
      PasswordPolicy: z.strictObject({
        MinimumLength: z.int().min(6).max(99),
        RequireLowercase: z.boolean().optional(),
        RequireUppercase: z.boolean().optional(),
        RequireNumbers: z.boolean().optional(),
        RequireSymbols: z.boolean().optional(),
        TemporaryPasswordValidityDays: z.int().min(0).max(365).optional(),
        PasswordHistorySize: z.int().min(0).max(24).optional(),
      }),
    })
    .optional(),
  UsernameConfiguration: z.strictObject({ CaseSensitive: z.boolean() }).optional(),
  MfaConfiguration: z.enum(['OFF', 'OPTIONAL']).optional(),
  EnabledMfas: z.array(z.literal('SOFTWARE_TOKEN_MFA')).optional(),
  AccountRecoverySetting: z.unknown().optional(),
  AutoVerifiedAttributes: z.array(z.enum(['email'])).optional(),
  DeletionProtection: z.enum(['ACTIVE', 'INACTIVE']).optional(),
  UserPoolTier: z.enum(['LITE', 'ESSENTIALS', 'PLUS']).optional(),
  UserPoolAddOns: z.strictObject({ AdvancedSecurityMode: z.enum(['OFF', 'AUDIT', 'ENFORCED']) }).optional(),
  UserPoolTags: tags,
});

const client = z
  .strictObject({
    UserPoolId: z.string(),
    ClientName: z.string().min(1).max(128),
    GenerateSecret: z.literal(false, 'clients with a secret are not supported').default(false),
    AllowedOAuthFlowsUserPoolClient: z.literal(true),
    AllowedOAuthFlows: z.tuple([z.literal('code')]),
    AllowedOAuthScopes: z.array(z.enum(['openid', 'email', 'profile', 'phone'])).min(1),
    CallbackURLs: z.array(callback).min(1).max(100),
    LogoutURLs: z.array(callback).max(100).default([]),
    SupportedIdentityProviders: z.array(z.literal('COGNITO')).min(1),
    ExplicitAuthFlows: z.array(z.string()).optional(),
    PreventUserExistenceErrors: z.literal('ENABLED'),
    EnableTokenRevocation: z.literal(true).optional(),
    AccessTokenValidity: z.int().min(1).default(1),
    IdTokenValidity: z.int().min(1).default(1),
    RefreshTokenValidity: z.int().min(1).default(30),
    AuthSessionValidity: z.int().min(3).max(15).optional(),
    ReadAttributes: z.array(z.string()).optional(),
    WriteAttributes: z.array(z.string()).optional(),
    TokenValidityUnits: z
      .strictObject({ AccessToken: unit.optional(), IdToken: unit.optional(), RefreshToken: unit.optional() })
      .default({}),
  })
  .transform(
    ({ AccessTokenValidity, IdTokenValidity, RefreshTokenValidity, TokenValidityUnits, ...rest }) => ({
      ...rest,
      /** Seconds that tokens are valid. */
      validity: {
        access: AccessTokenValidity * seconds[TokenValidityUnits.AccessToken ?? 'hours'],
        id: IdTokenValidity * seconds[TokenValidityUnits.IdToken ?? 'hours'],
        refresh: RefreshTokenValidity * seconds[TokenValidityUnits.RefreshToken ?? 'days'],
      },
    }),
  )
  .refine(
    ({ validity }) => [validity.access, validity.id].every((each) => each >= 300 && each <= 86_400),
    'access and id tokens must be valid from 5 minutes to a day',
  );

/** What a template may say, by the part after `AWS::Cognito::`. What is not listed is not known to the double. */
export const shapes = {
  UserPool: pool,
  UserPoolClient: client,
  UserPoolDomain: z.strictObject({
    UserPoolId: z.string(),
    Domain: z
      .string()
      .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/)
      .refine((domain) => !/aws|amazon|cognito/.test(domain), 'must not contain aws, amazon or cognito'),
    ManagedLoginVersion: z.literal(1).optional(),
  }),
  UserPoolUser: z.strictObject({
    UserPoolId: z.string(),
    Username: z.string().min(1).max(128),
    UserAttributes: z.array(attribute).default([]),
    MessageAction: z.literal('SUPPRESS').optional(),
    DesiredDeliveryMediums: z.array(z.literal('EMAIL')).optional(),
  }),
} as const;

/** The kinds of resources that a user pool is made of. */
export type PoolPart = keyof typeof shapes;
export const poolParts = Object.keys(shapes) as readonly PoolPart[];

/** A part as it is kept. */
export type Definition<K extends PoolPart> = z.infer<(typeof shapes)[K]>;
