import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describeResources, type Specification } from './describe-resources.ts';
import { resourceShapes } from './resource-shapes.ts';

const cdk = dirname(createRequire(join(process.cwd(), 'package.json')).resolve('aws-cdk/package.json'));

describe('the shapes of resources', () => {
  it('are those of the specification that comes with the CDK', () => {
    const text = gunzipSync(readFileSync(join(cdk, 'db.json.gz'))).toString('utf8');
    expect(resourceShapes).toEqual(describeResources(JSON.parse(text) as Specification));
  });

  it('say what replaces a resource', () => {
    expect(resourceShapes.resources['AWS::Lambda::Alias']?.replacedBy).toEqual(['FunctionName', 'Name']);
  });
});
