import * as z from 'zod';

const whole = z.coerce.number().int();
const visibility = z.strictObject({
  CloudWatchMetricsEnabled: z.unknown(),
  MetricName: z.string(),
  SampledRequestsEnabled: z.unknown(),
});

const block = z.strictObject({
  CustomResponse: z.strictObject({ ResponseCode: whole.min(200).max(599) }).optional(),
});

const rateRule = z.strictObject({
  Name: z.string(),
  Priority: whole,
  Action: z.strictObject({ Block: block }),
  Statement: z.strictObject({
    RateBasedStatement: z.strictObject({
      Limit: whole.min(10).max(2_000_000_000),
      AggregateKeyType: z.literal('IP'),
      EvaluationWindowSec: z.coerce
        .number()
        .pipe(z.union([z.literal(60), z.literal(120), z.literal(300), z.literal(600)]))
        .default(300),
    }),
  }),
  VisibilityConfig: visibility,
});

/** Groups of AWS that are accepted and not simulated: what is in them AWS does not publish. */
const managedGroups = [
  'AWSManagedRulesAmazonIpReputationList',
  'AWSManagedRulesKnownBadInputsRuleSet',
] as const;

const managedRule = z.strictObject({
  Name: z.string(),
  Priority: whole,
  OverrideAction: z.strictObject({ None: z.looseObject({}) }),
  Statement: z.strictObject({
    ManagedRuleGroupStatement: z.strictObject({
      VendorName: z.literal('AWS'),
      Name: z.enum(managedGroups),
    }),
  }),
  VisibilityConfig: visibility,
});

/** What is asked of a web ACL for CloudFront, as far as the double knows it. */
export const webAclSchema = z
  .strictObject({
    Name: z.string(),
    Description: z.string().optional(),
    Scope: z.literal('CLOUDFRONT'),
    DefaultAction: z.strictObject({ Allow: z.looseObject({}) }),
    Rules: z.array(z.union([rateRule, managedRule])).default([]),
    VisibilityConfig: visibility,
    Tags: z.unknown().optional(),
  })
  .refine(({ Rules }) => new Set(Rules.map(({ Priority }) => Priority)).size === Rules.length, {
    error: 'Rules: two have the same Priority',
  });
type WebAclProperties = z.infer<typeof webAclSchema>;

/** A limit of requests of one address. */
export interface RateRule {
  readonly name: string;
  readonly limit: number;
  readonly windowMs: number;
  /** What is answered above the limit. */
  readonly status: number;
}

/** A web ACL as it is enforced. */
export interface WebAcl {
  readonly arn: string;
  readonly name: string;
  readonly rules: readonly RateRule[];
}

/** The rules that are enforced here: rate limits, in the order of their priority. */
export const rateRulesOf = ({ Rules }: WebAclProperties): RateRule[] =>
  Rules.toSorted((a, b) => a.Priority - b.Priority).flatMap((rule) => {
    if (!('Action' in rule)) return [];
    const { Limit, EvaluationWindowSec } = rule.Statement.RateBasedStatement;
    return [
      {
        name: rule.Name,
        limit: Limit,
        windowMs: EvaluationWindowSec * 1000,
        status: rule.Action.Block.CustomResponse?.ResponseCode ?? 403,
      },
    ];
  });
