import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFaultPlan } from '@atlas-engine/simulation';
import { nameOf, scriptedFaults, testLambda, until } from './testing/test-lambda.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const wait = { type: 'RequestResponse' } as const;

describe('an invocation', () => {
  it('names its function by name, partial ARN or ARN, with a version or alias', async () => {
    const { lambda, given } = testLambda();
    given('synchronous');
    const { version } = lambda.publishVersion('synchronous');
    lambda.putAlias('synchronous', { name: 'live', version });
    const names = [
      'synchronous',
      'synchronous:live',
      'synchronous:1',
      'synchronous:$LATEST',
      '123456789012:function:synchronous',
      'arn:aws:lambda:us-east-1:123456789012:function:synchronous',
      'arn:aws:lambda:us-east-1:123456789012:function:synchronous:live',
    ];
    for (const name of names) {
      expect(await lambda.invoke(name, '{"value":1}', wait)).toMatchObject({ statusCode: 200, payload: '1' });
    }
  });

  it.each([
    ['absent', 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:absent'],
    ['echo:blue', 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:echo:blue'],
    [
      'arn:aws:lambda:eu-west-1:123456789012:function:echo',
      'Function not found: arn:aws:lambda:eu-west-1:123456789012:function:echo',
    ],
  ])('of %s is refused', async (name, message) => {
    const { lambda, given } = testLambda();
    given('echo');
    const error = { code: 'ResourceNotFoundException', status: 404, message };
    await expect(lambda.invoke(name, '{}', wait)).rejects.toMatchObject(error);
    await expect(lambda.invoke(name, '{}', { type: 'Event' })).rejects.toMatchObject(error);
  });

  it.each([
    ['RequestResponse', 6_291_456],
    ['Event', 262_144],
  ] as const)('of type %s takes at most %d bytes', async (type, limit) => {
    const { lambda, given } = testLambda();
    given('nothing');
    const payload = (bytes: number): string => `"${'x'.repeat(bytes - 2)}"`;
    expect((await lambda.invoke('nothing', payload(limit), { type })).functionError).toBeUndefined();
    await expect(lambda.invoke('nothing', payload(limit + 1), { type })).rejects.toMatchObject({
      code: 'RequestTooLargeException',
      status: 413,
      message: `${limit + 1} byte payload is too large for the ${type} invocation type (limit ${limit} bytes)`,
    });
  });

  it('needs JSON, and takes nothing as an empty object', async () => {
    const { lambda, given } = testLambda();
    given('echo');
    await expect(lambda.invoke('echo', '{', wait)).rejects.toMatchObject({
      code: 'InvalidRequestContentException',
    });
    expect(JSON.parse((await lambda.invoke('echo', '', wait)).payload)).toMatchObject({ event: {} });
  });

  it('of type DryRun runs nothing', async () => {
    const { lambda, given } = testLambda();
    given('echo');
    expect(await lambda.invoke('echo', '{}', { type: 'DryRun' })).toMatchObject({
      statusCode: 204,
      payload: '',
    });
    expect(lambda.processes()).toEqual([]);
  });

  it('is throttled above the reserved concurrency, whether it would run or wait', async () => {
    const { lambda, given } = testLambda({ maxProcesses: 1 });
    const invoke = given('waitForFile', { reservedConcurrency: 2 });
    const file = join(temporaryFolder(), 'go');
    const both = [invoke({ file }), invoke({ file })];
    await expect(invoke({ file })).rejects.toMatchObject({
      code: 'TooManyRequestsException',
      status: 429,
      members: { Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' },
    });
    writeFileSync(file, 'go');
    await Promise.all(both);
    expect((await invoke({ file })).payload).toBe('"go"');
    expect(lambda.processes()).toHaveLength(1);
  });

  it('keeps the world busy, so that simulated time runs as on the wall', async () => {
    const { lambda, clock, given } = testLambda();
    const file = join(temporaryFolder(), 'go');
    const invocation = given('waitForFile')({ file });
    let idle = false;
    void clock.idle().then(() => (idle = true));
    await until(() => lambda.processes().some(({ state }) => state === 'busy'));
    expect(idle).toBe(false);
    writeFileSync(file, 'go');
    await invocation;
    await until(() => idle);
  });
});

describe('a planned fault', () => {
  it('refuses a call before it has any effect', async () => {
    const { lambda, given } = testLambda({ faults: scriptedFaults(['throttle', 'server-error']) });
    const invoke = given('echo');
    await expect(invoke()).rejects.toMatchObject({ code: 'TooManyRequestsException', status: 429 });
    await expect(invoke()).rejects.toMatchObject({ code: 'ServiceException', status: 500 });
    expect(lambda.processes()).toEqual([]);
    expect((await invoke()).answer.calls).toBe(1);
  });

  it('loses an answer by killing the process once the handler has answered', async () => {
    const { lambda, given, lines } = testLambda({ faults: scriptedFaults(['lost-answer']) });
    const invoke = given('log');
    await expect(invoke({ name: 'effect' })).rejects.toMatchObject({ code: 'ServiceException', status: 500 });
    expect(lines.some(({ line }) => line.endsWith('hello effect'))).toBe(true);
    expect(lambda.processes()).toEqual([]);
    expect((await invoke()).answer).toBe('logged');
  });

  it('strikes the same calls in every run of a seed', async () => {
    const run = async (): Promise<string[]> => {
      const { given } = testLambda({
        faults: createFaultPlan({ seed: 'lead', error: 0.5, lostAnswerShare: 0 }),
      });
      const invoke = given('echo');
      const codes = [];
      for (let turn = 0; turn < 12; turn += 1) {
        codes.push(await invoke().then(() => 'ok', nameOf));
      }
      return codes;
    };
    const first = await run();
    expect(new Set(first).size).toBeGreaterThan(1);
    expect(await run()).toEqual(first);
  });
});
