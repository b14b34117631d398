export { createCloudFront, type CloudFront, type CloudFrontOptions, type Identity } from './cloudfront.ts';
export { type Distribution, hostOfDistribution } from './distribution/distribution.ts';
export type { ObjectRead, Origins } from './origins.ts';
export type { RateRule, WebAcl } from './waf/web-acl.ts';
