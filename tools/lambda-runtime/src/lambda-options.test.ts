import { LambdaOptionError } from './index.ts';
import { testLambda } from './testing/test-lambda.ts';

describe('the options of the local Lambda', () => {
  afterEach(() => {
    delete process.env['ATLAS_LAMBDA_PROCESSES'];
  });

  it.each([
    [{ maxProcesses: 0 }, 'maxProcesses: must be a whole number from 1 to 1000, was 0'],
    [{ idleMs: 0.5 }, 'idleMs: must be a whole number'],
    [{ asyncPayloadLimit: 2_000_000 }, 'asyncPayloadLimit: must be a whole number from 1 to 1048576'],
  ])('refuse %j', (options, message) => {
    expect(() => testLambda(options)).toThrow(LambdaOptionError);
    expect(() => testLambda(options)).toThrow(message);
  });

  it('take the number of processes from ATLAS_LAMBDA_PROCESSES', async () => {
    process.env['ATLAS_LAMBDA_PROCESSES'] = '1';
    const { lambda, given } = testLambda();
    const invoke = given('echo');
    await Promise.all([invoke(), invoke(), invoke()]);
    expect(lambda.processes()).toHaveLength(1);
    process.env['ATLAS_LAMBDA_PROCESSES'] = 'many';
    expect(() => testLambda()).toThrow(
      'ATLAS_LAMBDA_PROCESSES: must be a whole number from 1 to 1000, was NaN',
    );
  });
});
