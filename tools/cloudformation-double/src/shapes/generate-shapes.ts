import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describeResources, type Specification } from './describe-resources.ts';

/** The description of CloudFormation's resource types that comes with the CDK's command line. */
function readSpecification(): Specification {
  const cdk = dirname(createRequire(import.meta.url).resolve('aws-cdk/package.json'));
  return JSON.parse(gunzipSync(readFileSync(join(cdk, 'db.json.gz'))).toString('utf8')) as Specification;
}

const target = join(import.meta.dirname, 'resource-shapes.json');
writeFileSync(target, `${JSON.stringify(describeResources(readSpecification()))}\n`);
