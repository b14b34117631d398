import { TemplateError, type ResourceRequest } from '@atlas-engine/cloudformation-double';
import * as z from 'zod';

/** CloudFormation hands custom resources all scalars as texts. */
const flag = z.union([z.boolean(), z.stringbool()]);
const texts = z.array(z.string());

/** What `BucketDeployment` of the CDK asks of its provider, as far as the local cloud does it. */
const schema = z
  .strictObject({
    ServiceToken: z.string(),
    ServiceTimeout: z.unknown().optional(),
    SourceBucketNames: texts,
    SourceObjectKeys: texts,
    /** What takes the place of markers in the files of each source; fewer when the last have none. */
    SourceMarkers: z.array(z.record(z.string(), z.string())).default([]),
    SourceMarkersConfig: z.array(z.strictObject({ jsonEscape: flag.default(false) })).default([]),
    DestinationBucketName: z.string(),
    Prune: flag.default(true),
    Exclude: texts.default([]),
    Include: texts.default([]),
    SystemMetadata: z.strictObject({ 'cache-control': z.string() }).or(z.strictObject({})).default({}),
    RetainOnDelete: z.union([z.literal(true), z.literal('true')]).optional(),
    DistributionId: z.string().optional(),
    DistributionPaths: texts.default(['/*']),
    WaitForDistributionInvalidation: flag.default(true),
    OutputObjectKeys: flag.default(true),
  })
  .refine((one) => one.SourceBucketNames.length === one.SourceObjectKeys.length, {
    error: 'SourceBucketNames and SourceObjectKeys must have the same length',
  });

export type DeploymentProperties = z.infer<typeof schema>;

/** Reads the properties. @throws TemplateError naming what is wrong or not supported */
export function deploymentProperties({ logicalId, type, properties }: ResourceRequest): DeploymentProperties {
  const parsed = schema.safeParse(properties);
  if (parsed.success) return parsed.data;
  throw new TemplateError(`${logicalId} (${type}): ${z.prettifyError(parsed.error)}`);
}
