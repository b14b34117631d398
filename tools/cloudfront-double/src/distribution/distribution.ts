import type { DistributionConfig } from './distribution-config.ts';

/** A distribution as it is kept. */
export interface Distribution {
  /** `E…`, in capitals. */
  readonly id: string;
  readonly arn: string;
  /** `d….cloudfront.net` */
  readonly domainName: string;
  readonly config: DistributionConfig;
}

/** The host by which the local cloud serves a distribution, beside its aliases. */
export const hostOfDistribution = ({ id }: Pick<Distribution, 'id'>): string =>
  `${id.toLowerCase()}.cloudfront.localhost`;
