import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { AtlasStack } from './atlas-stack.ts';
import { acknowledge } from './acknowledge.ts';
import { exampleConfiguration, synthesize } from './testing/synthesize.ts';

const bucketStack = (reasons: Readonly<Record<string, string>>) =>
  synthesize(exampleConfiguration('prod'), (app) => {
    const bucket = new CfnBucket(new AtlasStack(app, 'foundation', 'A bucket.'), 'Bucket');
    acknowledge(bucket, reasons);
  });

describe('an app', () => {
  it('does not synthesize with a finding of cdk-nag', () => {
    expect(() => bucketStack({})).toThrow('AwsSolutions-S10');
  });

  it('synthesizes when every finding has its reason', () => {
    const reasons = {
      'AwsSolutions-S1': 'A test.',
      'AwsSolutions-S10': 'A test.',
    };
    expect(Object.keys(bucketStack(reasons))).toEqual(['atlas-prod-foundation']);
  });
});
