import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { specOf, testLambda, until } from './testing/test-lambda.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const returning = (value: string): string =>
  `export const handler = async () => [${JSON.stringify(value)}, process.pid];\n`;

describe('the processes of a function', () => {
  it('start when there is work, up to the limit, and take what waits in order', async () => {
    const { lambda, given } = testLambda({ maxProcesses: 2 });
    const invoke = given('waitForFile');
    expect(lambda.processes()).toEqual([]);
    const place = temporaryFolder();
    const order: number[] = [];
    const invocations = [0, 1, 2, 3, 4].map(async (number) => {
      await invoke({ file: join(place, String(number)) });
      order.push(number);
    });
    await until(() => lambda.processes().filter(({ state }) => state === 'busy').length === 2);
    for (const number of [1, 2, 3, 4, 0]) {
      writeFileSync(join(place, String(number)), 'go');
      await until(() => order.includes(number));
    }
    await Promise.all(invocations);
    expect(order).toEqual([1, 2, 3, 4, 0]);
    expect(lambda.processes()).toHaveLength(2);
  });

  it('are replaced when the code on disk changes', async () => {
    const codeDirectory = temporaryFolder();
    const file = join(codeDirectory, 'handler.mjs');
    writeFileSync(file, returning('old'));
    utimesSync(file, 1, 1);
    const { lambda, given } = testLambda();
    const invoke = given('changing', { codeDirectory, handler: 'handler.handler' });
    const { answer: before } = await invoke();
    writeFileSync(file, returning('new'));
    const { answer: after } = await invoke();
    expect([before[0], after[0]]).toEqual(['old', 'new']);
    expect(lambda.processes().map(({ pid }) => pid)).toEqual([after[1]]);
  });

  it('are replaced when the function is registered anew', async () => {
    const { lambda, given } = testLambda();
    const invoke = given('environment', { environment: { STAGE: 'one' } });
    expect((await invoke()).answer['STAGE']).toBe('one');
    lambda.registerFunction(specOf('environment', { environment: { STAGE: 'two' } }));
    expect((await invoke()).answer['STAGE']).toBe('two');
    expect(lambda.processes()).toHaveLength(1);
  });

  it('end when they have been idle for long', async () => {
    const { lambda, given } = testLambda({ idleMs: 20 });
    await given('echo')();
    await until(() => lambda.processes().length === 0);
  });

  it('are told with their memory', async () => {
    const { lambda, given } = testLambda();
    const { answer } = await given('echo')();
    const { totalBytes, processes } = lambda.memory();
    expect(processes).toMatchObject([{ functionName: 'echo', pid: answer.pid, state: 'idle' }]);
    expect(processes[0]?.peakBytes).toBeGreaterThan(10 * 2 ** 20);
    expect(totalBytes).toBe(processes[0]?.bytes);
  });

  it('may be killed while idle: the next invocation starts another', async () => {
    const { lambda, given } = testLambda();
    const invoke = given('echo');
    const { answer } = await invoke();
    process.kill(answer.pid, 'SIGKILL');
    await until(() => lambda.processes().length === 0);
    expect((await invoke()).answer).toMatchObject({ calls: 1 });
  });

  it('may crash in what a handler left behind: the next invocation is run by another', async () => {
    const { given } = testLambda({ maxProcesses: 1 });
    const invoke = given('crashAfterwards');
    const pids = [];
    for (let turn = 0; turn < 3; turn += 1) pids.push((await invoke()).answer);
    expect(new Set(pids).size).toBe(3);
  });

  it('may be killed in the middle of an invocation, which fails', async () => {
    const { lambda, given } = testLambda();
    const invocation = given('hang')();
    await until(() => lambda.processes().some(({ state, pid }) => state === 'busy' && pid > 0));
    process.kill(lambda.processes()[0]?.pid ?? 0, 'SIGKILL');
    const { answer, requestId } = await invocation;
    expect(answer).toEqual({
      errorType: 'Runtime.ExitError',
      errorMessage: `RequestId: ${requestId} Error: Runtime exited with error: signal: killed`,
    });
  });

  it('end with the Lambda, and what waits is refused', async () => {
    const { lambda, given } = testLambda({ maxProcesses: 1 });
    const invoke = given('hang');
    const running = invoke();
    const waiting = invoke();
    await until(() => lambda.processes().some(({ pid }) => pid > 0));
    const [{ pid } = { pid: 0 }] = lambda.processes();
    const refused = expect(waiting).rejects.toMatchObject({ code: 'ServiceException', status: 500 });
    await lambda.close();
    await refused;
    expect((await running).answer.errorType).toBe('Runtime.ExitError');
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    await expect(invoke()).rejects.toMatchObject({ code: 'ServiceException' });
  });
});
