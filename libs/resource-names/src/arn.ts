/** The partition of a region, the second part of every ARN. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** The account and region that resources live in. */
export interface Place {
  /** Twelve digits. */
  readonly account: string;
  readonly region: string;
}

/** Builds the ARNs of one place. */
export interface ArnBuilder {
  /** `arn:<partition>:<service>:<region>:<account>:<resource>` */
  readonly regional: (service: string, resource: string) => string;
  /** For services without a region: `arn:<partition>:<service>::<account>:<resource>`. */
  readonly global: (service: string, resource: string) => string;
  /** S3 has neither region nor account. */
  readonly bucket: (name: string) => string;
}

/** The ARNs of an account and region. */
export function arnsIn({ account, region }: Place): ArnBuilder {
  const partition = partitionOf(region);
  return {
    regional: (service, resource) => `arn:${partition}:${service}:${region}:${account}:${resource}`,
    global: (service, resource) => `arn:${partition}:${service}::${account}:${resource}`,
    bucket: (name) => `arn:${partition}:s3:::${name}`,
  };
}
