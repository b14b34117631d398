import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testLambda } from './testing/test-lambda.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const codeFolder = (files: Readonly<Record<string, string>>): string => {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};

describe('a handler', () => {
  it('gets its event and answers in a warm process', async () => {
    const { given } = testLambda();
    const invoke = given('echo');
    const first = await invoke({ lead: 1 });
    const second = await invoke({ lead: 2 });
    expect(first).toMatchObject({
      statusCode: 200,
      executedVersion: '$LATEST',
      answer: { event: { lead: 1 } },
    });
    expect(first.functionError).toBeUndefined();
    expect(second.answer).toMatchObject({ event: { lead: 2 }, calls: 2, pid: first.answer.pid });
    expect(second.answer.requestId).toBe(second.requestId);
  });

  it('gets the context that AWS gives', async () => {
    const { lambda, given } = testLambda();
    const invoke = given('describeContext', { timeoutSeconds: 7, memoryMb: 256 });
    lambda.putAlias('describeContext', { name: 'live', version: '$LATEST' });
    const { answer, requestId } = await invoke();
    expect(answer).toMatchObject({
      awsRequestId: requestId,
      functionName: 'describeContext',
      functionVersion: '$LATEST',
      invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:describeContext',
      memoryLimitInMB: '256',
      logGroupName: '/aws/lambda/describeContext',
      callbackWaitsForEmptyEventLoop: true,
    });
    expect(answer.logStreamName).toMatch(/^2026\/01\/01\/\[\$LATEST\][0-9a-f]{32}$/);
    expect(answer.remaining).toBeGreaterThan(0);
    expect(answer.remaining).toBeLessThanOrEqual(7000);
    const context = JSON.stringify({ client: { app: 'atlas' } });
    const viaAlias = await lambda.invoke('describeContext:live', '{}', {
      type: 'RequestResponse',
      clientContext: context,
    });
    expect(JSON.parse(viaAlias.payload)).toMatchObject({
      invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:describeContext:live',
      clientContext: { client: { app: 'atlas' } },
    });
  });

  it('sees the variables of AWS, the template and the local cloud, and nothing of the host', async () => {
    process.env['ATLAS_SECRET_OF_THE_HOST'] = 'leak';
    const { given } = testLambda({ endpointUrl: () => 'http://127.0.0.1:4566' });
    const { answer } = await given('environment', { environment: { TABLE: 'leads', TZ: 'Europe/London' } })();
    delete process.env['ATLAS_SECRET_OF_THE_HOST'];
    expect(Object.keys(answer).sort()).toEqual(
      [
        '_HANDLER',
        '_X_AMZN_TRACE_ID',
        'AWS_ACCESS_KEY_ID',
        'AWS_DEFAULT_REGION',
        'AWS_EC2_METADATA_DISABLED',
        'AWS_ENDPOINT_URL',
        'AWS_EXECUTION_ENV',
        'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
        'AWS_LAMBDA_FUNCTION_NAME',
        'AWS_LAMBDA_FUNCTION_VERSION',
        'AWS_LAMBDA_INITIALIZATION_TYPE',
        'AWS_LAMBDA_LOG_GROUP_NAME',
        'AWS_LAMBDA_LOG_STREAM_NAME',
        'AWS_LAMBDA_RUNTIME_API',
        'AWS_REGION',
        'AWS_SECRET_ACCESS_KEY',
        'AWS_SESSION_TOKEN',
        'HOME',
        'LAMBDA_TASK_ROOT',
        'LANG',
        'PATH',
        'TABLE',
        'TZ',
        'argv',
        'cwd',
      ].sort(),
    );
    expect(answer).toMatchObject({
      AWS_ENDPOINT_URL: 'http://127.0.0.1:4566',
      AWS_ACCESS_KEY_ID: 'KEY-environment',
      TABLE: 'leads',
      TZ: 'Europe/London',
      argv: 2,
    });
    expect(answer['cwd']).toBe(answer['LAMBDA_TASK_ROOT']);
    expect(answer['_X_AMZN_TRACE_ID']).toMatch(
      /^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$/,
    );
  });

  it('lives in simulated time, in whatever way it asks', async () => {
    const { given, clock } = testLambda();
    const invoke = given('tellTime');
    const start = clock.now();
    const { answer: first } = await invoke();
    expect(first.loadedAt - start).toBeLessThan(60_000);
    for (const time of [first.now, first.constructed, first.subclass]) {
      expect(time).toBeGreaterThanOrEqual(start);
      expect(time - start).toBeLessThan(60_000);
    }
    expect(Math.abs(first.called - first.now)).toBeLessThan(2_000);
    expect(first.formatted.slice(0, 10)).toBe('01/01/2026');
    expect(first.parts.slice(0, 10)).toBe('01/01/2026');
    expect(first).toMatchObject({
      fixed: '2020-02-29T12:00:00.000Z',
      fromParts: 2020,
      isDate: true,
      zone: 'UTC',
    });

    await clock.advanceBy(30 * 86_400_000);
    const { answer: later } = await invoke();
    expect(later.loadedAt).toBe(first.loadedAt);
    expect(later.now).toBeGreaterThanOrEqual(clock.now());
    expect(later.formatted.slice(0, 10)).toBe('31/01/2026');
  });

  it.each([
    ['synchronous', { value: 5 }, '5'],
    ['nothing', {}, 'null'],
  ])('may give what %s gives', async (handler, event, payload) => {
    const { given } = testLambda();
    expect(await given(handler)(event)).toMatchObject({ payload });
  });
});

describe('a handler that fails', () => {
  it.each([
    ['fail', {}, 'InvalidLead', 'the lead has no consent'],
    ['throwText', {}, 'string', 'just text'],
    ['circular', {}, 'Error', 'Unable to stringify response body'],
    ['reject', {}, 'Runtime.UnhandledPromiseRejection', 'RangeError: nobody waits for this'],
    ['throwLater', {}, 'TypeError', 'out of reach'],
    ['never', {}, 'Runtime.NodeJsExit', expect.stringContaining('never resolves')],
    [
      'exit',
      { code: 3 },
      'Runtime.ExitError',
      expect.stringMatching(/^RequestId: .* Error: .*exit status 3$/),
    ],
    [
      'exit',
      { code: 0 },
      'Runtime.ExitError',
      expect.stringMatching(/Runtime exited without providing a reason$/),
    ],
    [
      'large',
      { bytes: 6_291_555 },
      'Function.ResponseSizeTooLarge',
      expect.stringContaining('6291556 bytes'),
    ],
    ['missing', {}, 'Runtime.HandlerNotFound', 'handlers.missing is undefined or not exported'],
    ['notAFunction', {}, 'Runtime.HandlerNotFound', 'handlers.notAFunction is not a function'],
    ['withCallback', {}, 'Runtime.CallbackHandlerDeprecated', expect.stringContaining('return a promise')],
  ])('as %s(%j) does answers with %s', async (handler, event, errorType, errorMessage) => {
    const { given } = testLambda();
    const result = await given(handler)(event);
    expect(result).toMatchObject({
      statusCode: 200,
      functionError: 'Unhandled',
      answer: { errorType, errorMessage },
    });
  });

  it('is told with its stack as trace', async () => {
    const { given } = testLambda();
    const { answer } = await given('fail')();
    expect(answer.trace[0]).toBe('InvalidLead: the lead has no consent');
    expect(answer.trace[1]).toContain('handlers.mjs');
  });

  it('by running too long is killed, and the next invocation has a new process', async () => {
    const { lambda, given, lines } = testLambda({ maxProcesses: 2 });
    const hang = given('hang', { timeoutSeconds: 1 });
    const spin = given('spin', { timeoutSeconds: 1 });
    const results = await Promise.all([hang(), spin()]);
    for (const { answer, functionError, requestId } of results) {
      const errorMessage = `RequestId: ${requestId} Error: Task timed out after 1.00 seconds`;
      expect({ answer, functionError }).toEqual({
        answer: { errorType: 'Sandbox.Timedout', errorMessage },
        functionError: 'Unhandled',
      });
      const text = lines.filter((entry) => entry.requestId === requestId).map(({ line }) => line);
      expect(text.at(-3)).toMatch(/^2026-01-01T00:00:00.000Z [\w-]+ Task timed out after 1.00 seconds$/);
      expect(text.at(-1)).toMatch(/\tStatus: timeout$/);
    }
    expect(lambda.processes()).toEqual([]);
  });

  it('by taking too much memory is killed', async () => {
    const { given, lines } = testLambda();
    const { answer, requestId } = await given('eat', { memoryMb: 160 })();
    expect(answer).toEqual({
      errorType: 'Runtime.OutOfMemory',
      errorMessage: `RequestId: ${requestId} Error: Runtime exited with error: signal: killed`,
    });
    expect(lines.at(-1)?.line).toContain('Max Memory Used: 160 MB');
    expect(lines.at(-1)?.line).toMatch(/\tStatus: error\tError Type: Runtime.OutOfMemory$/);
  });
});

describe('code that can not be loaded', () => {
  it.each([
    ['export const handler = ;', 'Runtime.UserCodeSyntaxError', /^SyntaxError: /],
    ["import './absent.mjs';", 'Runtime.ImportModuleError', /Cannot find module/],
    ["throw new RangeError('no table configured');", 'RangeError', /^no table configured$/],
    ['process.exit(9);', 'Runtime.ExitError', /exit status 9$/],
    [
      "Promise.reject(new Error('early')); await new Promise((r) => setTimeout(r, 5000));",
      'Runtime.UnhandledPromiseRejection',
      /early/,
    ],
  ])('such as %j answers with %s', async (code, errorType, errorMessage) => {
    const { given, lambda } = testLambda();
    const invoke = given('broken', {
      codeDirectory: codeFolder({ 'handler.mjs': code }),
      handler: 'handler.handler',
    });
    const { answer } = await invoke();
    expect(answer).toMatchObject({ errorType, errorMessage: expect.stringMatching(errorMessage) });
    expect(lambda.processes()).toEqual([]);
  });

  it('is told when the file is not there', async () => {
    const { given } = testLambda();
    const { answer } = await given('absent', { codeDirectory: codeFolder({}), handler: 'handler.handler' })();
    expect(answer).toMatchObject({
      errorType: 'Runtime.ImportModuleError',
      errorMessage: "Error: Cannot find module 'handler'",
    });
  });

  it("in time is started once more within the function's own time-out", async () => {
    const { given, lines } = testLambda({ initTimeoutMs: 100 });
    const codeDirectory = codeFolder({
      'handler.mjs': 'await new Promise((resolve) => setTimeout(resolve, 60_000));',
    });
    const { answer } = await given('slow', {
      codeDirectory,
      handler: 'handler.handler',
      timeoutSeconds: 1,
    })();
    expect(answer.errorType).toBe('Sandbox.Timedout');
    expect(lines.map(({ line }) => line.split(' ')[0])).toEqual([
      'INIT_REPORT',
      'START',
      '2026-01-01T00:00:00.000Z',
      'END',
      'REPORT',
    ]);
  });
});
