import { functionNames } from '@atlas-engine/resource-names';
import { aTerminal } from '../fixtures/surroundings.ts';
import type { Result } from '../report/check.ts';
import { run } from '../run.ts';
import { smokeOperation } from './smoke-operation.ts';
import type { System } from './system.ts';

/** A stage where everything runs, and what was done with it. */
function aSystem(differing: Partial<System> = {}) {
  const done: unknown[] = [];
  const system: System = {
    tableStatus: () => Promise.resolve('ACTIVE'),
    readItem: (...read) => Promise.resolve(void done.push(['read', ...read])),
    alias: () => Promise.resolve({ version: '7', shifting: [] }),
    invoke: (arn, event) => {
      done.push(['invoke', arn, event]);
      return Promise.resolve({ requestId: 'r-1', answer: { atlas: 'smoke', function: 'f', version: '7' } });
    },
    hasLogLine: () => Promise.resolve(true),
    start: (arn, name, input) => {
      done.push(['start', arn, name, input]);
      return Promise.resolve('arn:execution');
    },
    execution: () => Promise.resolve({ status: 'SUCCEEDED' }),
    ...differing,
  };
  return { done, system };
}

async function smoke(differing: Partial<System> = {}) {
  const { done, system } = aSystem(differing);
  const waits: number[] = [];
  const operation = smokeOperation({
    open: () => system,
    patience: { pause: (ms) => Promise.resolve(void waits.push(ms)), everyMs: 100, times: 3 },
    newId: () => 'id-1',
  });
  const { surroundings, written } = aTerminal();
  const status = await run(['smoke', '--json'], [operation], surroundings);
  const { checks } = JSON.parse(written[0] ?? '') as { checks: readonly Result[] };
  return { status, checks, done, waits, bad: checks.filter(({ state }) => state !== 'ok') };
}

const everyFunction = functionNames.map((name) => `Function ${name}`);

describe('npm run smoke', () => {
  it('reads both tables, asks each function through its alias, and runs the workflow past lead and call', async () => {
    const { status, bad, done } = await smoke();
    expect({ status, bad }).toEqual({ status: 0, bad: [] });
    const expected = [
      ['read', 'AtlasEngineInteractions-local', { PK: 'SMOKE#TEST', SK: 'SMOKE#TEST' }],
      ['read', 'AtlasEngineTaskTokens-local', { PK: 'SMOKE#TEST' }],
      ...functionNames.map((name) => [
        'invoke',
        `arn:aws:lambda:us-east-1:000000000000:function:${name}-local:live`,
        { atlas: 'smoke' },
      ]),
      [
        'start',
        'arn:aws:states:us-east-1:000000000000:stateMachine:AtlasEngineWorkflow-local:live',
        'smoke-id-1',
        { atlas: 'smoke' },
      ],
    ];
    expect(done).toHaveLength(expected.length);
    expect(done).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    [undefined, 'is not there'],
    ['CREATING', 'is CREATING'],
  ])('finds a table that is %s', async (tableStatus, message) => {
    const { status, bad } = await smoke({ tableStatus: () => Promise.resolve(tableStatus) });
    expect(status).toBe(1);
    expect(bad.map((result) => result.message)).toEqual([message, message]);
  });

  it('finds a table that may not be read', async () => {
    const denied = Object.assign(new Error('not authorized to perform: dynamodb:GetItem'), {
      name: 'AccessDeniedException',
    });
    const { bad } = await smoke({ readItem: () => Promise.reject(denied) });
    expect(bad).toHaveLength(2);
    expect(bad[0]).toMatchObject({ state: 'failed', message: expect.stringContaining('dynamodb:GetItem') });
  });

  it.each<[string, Partial<System>, string]>([
    ['has no alias', { alias: () => Promise.resolve(undefined) }, 'has no alias live'],
    [
      'is called without a version',
      { alias: () => Promise.resolve({ version: '$LATEST', shifting: [] }) },
      'points at $LATEST',
    ],
    [
      'fails',
      {
        invoke: () =>
          Promise.resolve({
            requestId: 'r',
            answer: {},
            failure: 'ConfigurationError: DIAL_QUEUE_URL is missing',
          }),
      },
      'DIAL_QUEUE_URL is missing',
    ],
    [
      'answers something else',
      { invoke: () => Promise.resolve({ requestId: 'r', answer: { batchItemFailures: [] } }) },
      'did not answer the smoke test',
    ],
    [
      'runs another version than its alias says',
      {
        invoke: () =>
          Promise.resolve({ requestId: 'r', answer: { atlas: 'smoke', function: 'f', version: '6' } }),
      },
      'version 6 answered, live points at 7',
    ],
    ['logs nothing', { hasLogLine: () => Promise.resolve(false) }, 'its log does not show it'],
  ])('finds a function that %s', async (_case, differing, problem) => {
    const { status, bad } = await smoke(differing);
    expect(status).toBe(1);
    expect(bad.map(({ name }) => name)).toEqual(everyFunction);
    expect(bad[0]?.message).toContain(problem);
  });

  it('waits for log lines, and for the execution, but not for ever', async () => {
    let looks = 0;
    const late = await smoke({ hasLogLine: () => Promise.resolve((looks += 1) > functionNames.length) });
    expect([late.status, late.waits.length]).toEqual([0, functionNames.length]);
    const stuck = await smoke({ execution: () => Promise.resolve({ status: 'RUNNING' }) });
    expect([stuck.status, stuck.waits]).toEqual([1, [100, 100]]);
    expect(stuck.bad).toMatchObject([{ name: 'Workflow', message: 'arn:execution does not end' }]);
  });

  it('says so while traffic is shifting', async () => {
    const alias = () => Promise.resolve({ version: '6', shifting: ['7'] });
    const { status, bad } = await smoke({ alias });
    expect(status).toBe(0);
    expect(bad.map(({ state }) => state)).toEqual(everyFunction.map(() => 'warning'));
  });

  it('finds a workflow that fails, by its error', async () => {
    const { status, bad } = await smoke({
      execution: () => Promise.resolve({ status: 'FAILED', error: 'SmokeTestFailed' }),
    });
    expect(status).toBe(1);
    expect(bad).toMatchObject([
      { name: 'Workflow', message: 'an execution ended FAILED with SmokeTestFailed' },
    ]);
  });
});
