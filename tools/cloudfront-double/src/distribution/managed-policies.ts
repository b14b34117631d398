/** How long answers are kept, in seconds, and whether they may be compressed. */
export interface CachePolicy {
  readonly minTtl: number;
  readonly defaultTtl: number;
  readonly maxTtl: number;
  readonly compresses: boolean;
}

/**
 * The policies of AWS's own that the double knows, by their ids. Both leave query, cookies and headers out of the key.
 *
 * Source: CloudFront developer guide, "Use managed cache policies".
 */
export const cachePolicies: Readonly<Record<string, CachePolicy>> = {
  // CachingOptimized
  '658327ea-f89d-4fab-a63d-7e88639e58f6': {
    minTtl: 1,
    defaultTtl: 86_400,
    maxTtl: 31_536_000,
    compresses: true,
  },
  // CachingDisabled
  '4135ea2d-6df8-44a3-9df3-4b5a84be39ad': { minTtl: 0, defaultTtl: 0, maxTtl: 0, compresses: false },
};

/** AllViewerExceptHostHeader: the origin gets query, cookies and headers of the viewer, and its own host. */
export const allViewerExceptHost = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';
