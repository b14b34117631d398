import * as z from 'zod';

const text = z.string();
const flag = z.union([z.boolean(), z.stringbool()]);
/** CloudFormation takes numbers as texts too. */
const whole = z.coerce.number().int();
/** Of the connections to viewers and origins, of prices and regions: nothing of it exists here. */
const withoutEffect = z.unknown().optional();

const behaviour = {
  TargetOriginId: text,
  ViewerProtocolPolicy: z.enum(['allow-all', 'https-only', 'redirect-to-https']),
  AllowedMethods: z.array(text).default(['GET', 'HEAD']),
  CachedMethods: z.array(text).default(['GET', 'HEAD']),
  CachePolicyId: text,
  OriginRequestPolicyId: text.optional(),
  ResponseHeadersPolicyId: text.optional(),
  Compress: flag.default(false),
};

const methodSets = [
  'GET,HEAD',
  'GET,HEAD,OPTIONS',
  'DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT',
] as readonly string[];

const hasMethodSet = ({ AllowedMethods }: { readonly AllowedMethods: readonly string[] }): boolean =>
  methodSets.includes(AllowedMethods.toSorted().join(','));
const methodSetError = { error: `AllowedMethods must be one of ${methodSets.join(' | ')}` };

const origin = z
  .strictObject({
    Id: text,
    DomainName: text,
    OriginPath: z.literal('').optional(),
    OriginAccessControlId: text.optional(),
    S3OriginConfig: z.strictObject({ OriginAccessIdentity: z.literal('').optional() }).optional(),
    CustomOriginConfig: z
      .strictObject({
        OriginProtocolPolicy: z.literal('https-only'),
        OriginSSLProtocols: withoutEffect,
        OriginReadTimeout: withoutEffect,
        OriginKeepaliveTimeout: withoutEffect,
        HTTPPort: withoutEffect,
        HTTPSPort: withoutEffect,
        IpAddressType: withoutEffect,
      })
      .optional(),
    ConnectionAttempts: withoutEffect,
    ConnectionTimeout: withoutEffect,
  })
  .refine((one) => (one.S3OriginConfig === undefined) !== (one.CustomOriginConfig === undefined), {
    error: 'must have either S3OriginConfig or CustomOriginConfig',
  });

const errorResponse = z
  .strictObject({
    ErrorCode: whole,
    ResponseCode: whole.optional(),
    ResponsePagePath: z.string().startsWith('/').optional(),
    ErrorCachingMinTTL: whole.default(10),
  })
  .refine((one) => (one.ResponseCode === undefined) === (one.ResponsePagePath === undefined), {
    error: 'ResponseCode and ResponsePagePath go together',
  });

const certificate = z.strictObject({
  AcmCertificateArn: z
    .string()
    .regex(/^arn:[\w-]+:acm:us-east-1:\d{12}:certificate\//, 'a certificate of ACM in us-east-1')
    .optional(),
  CloudFrontDefaultCertificate: flag.optional(),
  MinimumProtocolVersion: text.optional(),
  SslSupportMethod: z.literal('sni-only').optional(),
});

/** What is asked of a distribution, as far as the double knows it; anything else is refused by name. */
export const distributionConfigSchema = z
  .strictObject({
    Enabled: flag,
    Comment: text.optional(),
    Aliases: z.array(z.string().toLowerCase()).default([]),
    DefaultRootObject: text.default(''),
    Origins: z.array(origin).min(1),
    DefaultCacheBehavior: z.strictObject(behaviour).refine(hasMethodSet, methodSetError),
    CacheBehaviors: z
      .array(z.strictObject({ ...behaviour, PathPattern: text }).refine(hasMethodSet, methodSetError))
      .default([]),
    CustomErrorResponses: z.array(errorResponse).default([]),
    ViewerCertificate: certificate.default({}),
    WebACLId: text.optional(),
    HttpVersion: withoutEffect,
    IPV6Enabled: withoutEffect,
    Logging: withoutEffect,
    PriceClass: withoutEffect,
    Restrictions: z
      .strictObject({ GeoRestriction: z.strictObject({ RestrictionType: z.literal('none') }) })
      .optional(),
  })
  .refine((one) => one.Aliases.length === 0 || one.ViewerCertificate.AcmCertificateArn !== undefined, {
    error: 'Aliases need a certificate: ViewerCertificate.AcmCertificateArn',
  });

export type DistributionConfig = z.infer<typeof distributionConfigSchema>;
export type CacheBehaviour = DistributionConfig['DefaultCacheBehavior'];
export type Origin = DistributionConfig['Origins'][number];
