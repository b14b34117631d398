import type { AwsError } from '@atlas-engine/aws-wire';
import { s3Refusal } from './s3-error.ts';

const refused: readonly RegExp[] = [
  /\.\./,
  /^\d+\.\d+\.\d+\.\d+$/,
  /^(xn--|sthree-|amzn-s3-demo-)/,
  /(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/,
];

const invalid = (name: string): AwsError =>
  s3Refusal('InvalidBucketName', 400)(
    'The specified bucket is not valid: 3 to 63 of a-z, 0-9, "." and "-", a letter or digit first and last, not an IP address, no reserved prefix or suffix',
    { BucketName: name },
  );

/** Checks a new bucket's name (S3 user guide, "General purpose bucket naming rules"). @throws AwsError InvalidBucketName */
export const checkBucketName = (name: string): void => {
  const wellFormed = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name);
  if (!wellFormed || refused.some((rule) => rule.test(name))) throw invalid(name);
};
