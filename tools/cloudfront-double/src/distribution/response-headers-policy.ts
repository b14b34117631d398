import * as z from 'zod';

const flag = z.union([z.boolean(), z.stringbool()]);
const whole = z.coerce.number().int();

const security = z.strictObject({
  ContentSecurityPolicy: z.strictObject({ ContentSecurityPolicy: z.string(), Override: flag }).optional(),
  ContentTypeOptions: z.strictObject({ Override: flag }).optional(),
  FrameOptions: z.strictObject({ FrameOption: z.enum(['DENY', 'SAMEORIGIN']), Override: flag }).optional(),
  ReferrerPolicy: z.strictObject({ ReferrerPolicy: z.string(), Override: flag }).optional(),
  StrictTransportSecurity: z
    .strictObject({
      AccessControlMaxAgeSec: whole,
      IncludeSubdomains: flag.default(false),
      Preload: flag.default(false),
      Override: flag,
    })
    .optional(),
});

/** What is added to answers; CORS, server timing and removed headers are not supported. */
export const responseHeadersPolicySchema = z.strictObject({
  Name: z.string(),
  Comment: z.string().optional(),
  SecurityHeadersConfig: security.optional(),
  CustomHeadersConfig: z
    .strictObject({
      Items: z.array(z.strictObject({ Header: z.string(), Value: z.string(), Override: flag })),
    })
    .optional(),
});
type Policy = z.infer<typeof responseHeadersPolicySchema>;
type Security = z.infer<typeof security>;

/** A header that a policy adds; without `override` only where the origin has not set it. */
export interface AddedHeader {
  readonly name: string;
  readonly value: string;
  readonly override: boolean;
}

const transport = (asked: NonNullable<Security['StrictTransportSecurity']>): string =>
  [
    `max-age=${asked.AccessControlMaxAgeSec}`,
    ...(asked.IncludeSubdomains ? ['includeSubDomains'] : []),
    ...(asked.Preload ? ['preload'] : []),
  ].join('; ');

const header = (
  name: string,
  asked: { readonly Override: boolean } | undefined,
  value: () => string | undefined,
): readonly AddedHeader[] => {
  const written = asked === undefined ? undefined : value();
  return asked === undefined || written === undefined
    ? []
    : [{ name, value: written, override: asked.Override }];
};

/** The headers that a policy adds to answers. */
export function headersOfPolicy({ SecurityHeadersConfig = {}, CustomHeadersConfig }: Policy): AddedHeader[] {
  const {
    ContentSecurityPolicy: content,
    ContentTypeOptions: type,
    FrameOptions: frame,
    ReferrerPolicy: referrer,
    StrictTransportSecurity: tls,
  } = SecurityHeadersConfig;
  return [
    ...header('content-security-policy', content, () => content?.ContentSecurityPolicy),
    ...header('x-content-type-options', type, () => 'nosniff'),
    ...header('x-frame-options', frame, () => frame?.FrameOption),
    ...header('referrer-policy', referrer, () => referrer?.ReferrerPolicy),
    ...header('strict-transport-security', tls, () => tls && transport(tls)),
    ...(CustomHeadersConfig?.Items ?? []).map(({ Header, Value, Override }) => ({
      name: Header.toLowerCase(),
      value: Value,
      override: Override,
    })),
  ];
}
