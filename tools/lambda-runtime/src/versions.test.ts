import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMemoryStore } from '@atlas-engine/simulation';
import type { InvocationMetric } from './index.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { specOf, testLambda, until } from './testing/test-lambda.ts';

const wait = { type: 'RequestResponse' } as const;

/** A folder with a handler that answers with a text. */
function codeThatSays(text: string): string {
  const folder = join(temporaryFolder(), text);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'handlers.mjs'), `export const echo = async () => '${text}';\n`);
  return folder;
}

/** A function with two versions, the first of which says "one", the second "two". */
function withTwoVersions(options: Parameters<typeof testLambda>[0] = {}) {
  const world = testLambda(options);
  const { lambda } = world;
  lambda.registerFunction(specOf('echo', { codeDirectory: codeThatSays('one') }));
  lambda.publishVersion('echo');
  lambda.registerFunction(specOf('echo', { codeDirectory: codeThatSays('two') }));
  lambda.publishVersion('echo');
  const ask = async (qualifier: string) => {
    const { payload, executedVersion } = await lambda.invoke(`echo:${qualifier}`, '{}', wait);
    return [JSON.parse(payload) as unknown, executedVersion];
  };
  return { ...world, ask };
}

describe('a published version', () => {
  it('runs the code that it was published with', async () => {
    const { ask } = withTwoVersions();
    expect(await ask('1')).toEqual(['one', '1']);
    expect(await ask('2')).toEqual(['two', '2']);
    expect(await ask('$LATEST')).toEqual(['two', '$LATEST']);
  });

  it('is not made again while nothing has changed', () => {
    const { lambda } = withTwoVersions();
    expect(lambda.publishVersion('echo')).toEqual({ version: '2', isNew: false });
  });

  it('is there after a restart, when its function is registered', async () => {
    const store = createMemoryStore();
    const { lambda } = withTwoVersions({ store });
    lambda.putAlias('echo', { name: 'live', version: '1' });
    const { lambda: next } = testLambda({ store });
    next.registerFunction(specOf('echo', { codeDirectory: codeThatSays('three') }));
    const { payload } = await next.invoke('echo:live', '{}', wait);
    expect(payload).toBe('"one"');
  });

  it('stays while an alias leads to it', async () => {
    const { lambda, ask } = withTwoVersions();
    lambda.putAlias('echo', { name: 'live', version: '2', additional: { version: '1', weight: 0.5 } });
    expect(() => lambda.removeVersion('echo', '1')).toThrow('aliases lead to it: live');
    lambda.putAlias('echo', { name: 'live', version: '2' });
    lambda.removeVersion('echo', '1');
    await expect(ask('1')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('an alias', () => {
  it('runs its version, and another one once it leads there', async () => {
    const { lambda, ask } = withTwoVersions();
    lambda.putAlias('echo', { name: 'live', version: '1' });
    expect(await ask('live')).toEqual(['one', '1']);
    lambda.putAlias('echo', { name: 'live', version: '2' });
    expect(await ask('live')).toEqual(['two', '2']);
  });

  it('shares invocations out between two versions by weight', async () => {
    const { lambda, ask } = withTwoVersions();
    lambda.putAlias('echo', { name: 'live', version: '1', additional: { version: '2', weight: 0.2 } });
    const answers: unknown[] = [];
    for (let call = 0; call < 20; call += 1) answers.push((await ask('live'))[0]);
    expect(answers.filter((answer) => answer === 'two')).toHaveLength(4);
  });

  it.each([
    [{ name: '12', version: '1' }, 'alias name: must be a name that is not a number'],
    [{ name: 'live', version: '7' }, 'Function not found: echo:7'],
    [{ name: 'live', version: '1', additional: { version: '2', weight: 2 } }, 'alias additional.weight: '],
  ])('%j is refused', (alias, message) => {
    const { lambda } = withTwoVersions();
    expect(() => lambda.putAlias('echo', alias)).toThrow(message);
  });

  it('has failed events dealt with as its own configuration says', async () => {
    const { lambda, clock } = testLambda();
    lambda.registerFunction(specOf('fail'));
    lambda.putAlias('fail', { name: 'live', version: '$LATEST' });
    lambda.putAsyncConfig('fail', 'live', { maximumRetryAttempts: 0 });
    await lambda.invoke('fail:live', '{}', { type: 'Event' });
    await lambda.invoke('fail', '{}', { type: 'Event' });
    await clock.advanceBy(1000);
    await until(() => lambda.pendingEvents === 1);
    await until(() => lambda.processes().every(({ state }) => state === 'idle'));
    expect(lambda.pendingEvents).toBe(1);
  });
});

describe('a function', () => {
  it('is gone with its versions and aliases once it is removed, and begins anew', async () => {
    const { lambda, ask } = withTwoVersions();
    lambda.putAlias('echo', { name: 'live', version: '1' });
    await ask('live');
    await lambda.removeFunction('echo');
    await expect(ask('live')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    expect(lambda.processes()).toEqual([]);
    lambda.registerFunction(specOf('echo'));
    expect(lambda.alias('echo', 'live')).toBeUndefined();
    expect(lambda.publishVersion('echo')).toEqual({ version: '1', isNew: true });
  });

  it('tells how its invocations went, by what was named and what ran', async () => {
    const metrics: InvocationMetric[] = [];
    const { lambda } = withTwoVersions({ metrics: (metric) => metrics.push(metric) });
    lambda.putAlias('echo', { name: 'live', version: '1' });
    await lambda.invoke('echo:live', '{}', wait);
    const of = (name: string) => metrics.filter((metric) => metric.name === name);
    expect(of('Errors').map(({ dimensions, value }) => [dimensions, value])).toEqual([
      [{ FunctionName: 'echo' }, 0],
      [{ FunctionName: 'echo', Resource: 'echo:live' }, 0],
      [{ FunctionName: 'echo', Resource: 'echo:live', ExecutedVersion: '1' }, 0],
    ]);
    expect(of('Duration')[0]?.value).toBeGreaterThan(0);
  });

  it('counts an error, and a call for which there was no capacity', async () => {
    const metrics: InvocationMetric[] = [];
    const { lambda } = testLambda({ metrics: (metric) => metrics.push(metric) });
    lambda.registerFunction(specOf('fail'));
    await lambda.invoke('fail', '{}', wait);
    lambda.registerFunction(specOf('fail', { reservedConcurrency: 0 }));
    await expect(lambda.invoke('fail', '{}', wait)).rejects.toThrow('Rate Exceeded.');
    const sum = (name: string) =>
      metrics
        .filter((metric) => metric.name === name && !('Resource' in metric.dimensions))
        .reduce((total, { value }) => total + value, 0);
    expect([sum('Errors'), sum('Throttles'), sum('Invocations')]).toEqual([1, 1, 1]);
  });
});
