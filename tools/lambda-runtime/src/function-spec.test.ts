import { AwsError } from '@atlas-engine/aws-wire';
import { parseFunctionSpec } from './function-spec.ts';
import { specOf, testLambda } from './testing/test-lambda.ts';

describe('the description of a function', () => {
  it('is taken as it is when all is well', () => {
    const spec = specOf('echo', { asyncConfig: { maximumRetryAttempts: 0 } });
    expect(parseFunctionSpec(spec)).toEqual(spec);
  });

  it.each([
    [{ name: 'a b' }, 'function name: must be 1 to 64 letters, digits, hyphens or underscores'],
    [{ timeoutSeconds: 901 }, 'function timeoutSeconds: '],
    [{ memoryMb: 64 }, 'function memoryMb: '],
    [{ runtime: 'python3.13' }, 'function runtime: must be a Node.js runtime such as nodejs24.x'],
    [{ roleArn: 'role' }, 'function roleArn: must be an ARN'],
    [{ codeDirectory: '/nowhere/at/all' }, 'echo: codeDirectory: must be a folder that exists'],
    [
      { environment: { AWS_REGION: 'x', TABLE: 'y' } },
      'contains reserved keys that can not be set: AWS_REGION',
    ],
    [{ environment: { BIG: 'x'.repeat(4096) } }, 'must be at most 4096 bytes as JSON'],
    [{ asyncConfig: { maximumRetryAttempts: 3 } }, 'function asyncConfig.maximumRetryAttempts: '],
    [{ layers: [] }, 'Unrecognized key: "layers"'],
  ])('is refused with %j', (changes, message) => {
    const parse = () => parseFunctionSpec({ ...specOf('echo'), ...changes });
    expect(parse).toThrow(AwsError);
    expect(parse).toThrow(message);
  });

  it('may not name a destination that nobody serves', () => {
    const { lambda } = testLambda();
    const asyncConfig = { onFailureArn: 'arn:aws:sqs:us-east-1:123456789012:failed' };
    expect(() => lambda.registerFunction(specOf('echo', { asyncConfig }))).toThrow(
      'can not deliver failed events',
    );
  });
});
