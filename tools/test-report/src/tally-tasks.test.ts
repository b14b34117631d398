import type { TaskReport } from '@atlas-engine/nx-plugin';
import type { JestResults } from './jest-results.ts';
import { tallyChecks, tallyTests } from './tally-tasks.ts';

type Outcome = TaskReport['outcome'];

const task = (name: string, outcome: Outcome = 'succeeded', output = ''): TaskReport => {
  const [project = '', target = ''] = name.split(':');
  return { project, root: `libs/${project}`, target, outcome, output };
};

const run = (...tasks: TaskReport[]) => ({
  projects: tasks
    .filter(({ target }) => target !== 'build' && target !== 'synth')
    .map(({ project }) => project),
  tasks,
  exitCode: tasks.every(({ outcome }) => outcome === 'succeeded') ? 0 : 1,
  output: 'all that nx printed',
});

const results = (...statuses: ('passed' | 'failed')[]): JestResults => ({
  testResults: [
    {
      name: 'a.test.ts',
      status: statuses.includes('failed') ? 'failed' : 'passed',
      message: '',
      assertionResults: statuses.map((status) => ({ fullName: 'a test', status, failureMessages: ['why'] })),
    },
  ],
});

describe('a check', () => {
  it('counts once per project', () => {
    expect(tallyChecks('lint', run(task('a:lint'), task('b:lint')))).toEqual({
      passed: 2,
      skipped: 0,
      failures: [],
    });
  });

  it('fails with what the task printed', () => {
    expect(tallyChecks('lint', run(task('a:lint'), task('b:lint', 'failed', 'no-empty')))).toEqual({
      passed: 1,
      skipped: 0,
      failures: [{ where: 'b:lint', what: 'failed', detail: 'no-empty' }],
    });
  });

  it('counts as failed when it was not run', () => {
    expect(tallyChecks('lint', run(task('a:lint', 'not run'))).failures).toHaveLength(1);
  });

  it('fails when Nx fails before any task', () => {
    expect(
      tallyChecks('lint', { projects: [], tasks: [], exitCode: 1, output: 'the graph is broken' }).failures,
    ).toEqual([{ where: 'nx -t lint', what: 'nx ended with exit code 1', detail: 'the graph is broken' }]);
  });

  it('counts as failed when Nx says nothing of it', () => {
    expect(tallyChecks('lint', { ...run(task('a:lint')), projects: ['a', 'b'] })).toEqual({
      passed: 1,
      skipped: 0,
      failures: [{ where: 'b:lint', what: 'was not run', detail: '' }],
    });
  });

  it('shows what Nx printed when it ran none of them', () => {
    const { failures } = tallyChecks('lint', { projects: ['a'], tasks: [], exitCode: 1, output: 'a cycle' });
    expect(failures).toMatchObject([{ detail: 'a cycle' }, { where: 'a:lint' }]);
  });

  it('is well when nothing is affected', () => {
    expect(tallyChecks('lint', run())).toEqual({ passed: 0, skipped: 0, failures: [] });
  });
});

describe('the tests of a project', () => {
  it('count one by one', () => {
    expect(tallyTests('test', run(task('a:test')), () => results('passed', 'passed')).passed).toBe(2);
  });

  it('fail one by one', () => {
    const tally = tallyTests('test', run(task('a:test', 'failed')), () =>
      results('passed', 'failed', 'failed'),
    );
    expect(tally).toMatchObject({ passed: 1, failures: [{ what: 'a test', detail: 'why' }, {}] });
  });

  it.each<Outcome>(['succeeded', 'failed'])('fail when the task %s and left no results', (outcome) => {
    const tally = tallyTests('test', run(task('a:test', outcome, 'Cannot find module')), () => undefined);
    expect(tally).toEqual({
      passed: 0,
      skipped: 0,
      failures: [{ where: 'a:test', what: 'left no results', detail: 'Cannot find module' }],
    });
  });

  it('fail when the results can not be read', () => {
    expect(tallyTests('test', run(task('a:test')), () => 'left half a file').failures).toHaveLength(1);
  });

  it('fail when the task failed though no test did', () => {
    const tally = tallyTests('test', run(task('a:test', 'failed', 'open handle')), () => results('passed'));
    expect(tally).toMatchObject({
      passed: 1,
      failures: [{ what: 'failed, though no test did', detail: 'open handle' }],
    });
  });

  it('fail when a failed result comes with a task that succeeded', () => {
    expect(tallyTests('test', run(task('a:test')), () => results('failed')).failures).toHaveLength(1);
  });

  it('fail, and so does the step before them, when they could not be run', () => {
    const tally = tallyTests(
      'integ',
      run(task('app:build', 'failed', 'no entry'), task('a:integ', 'not run')),
      () => results('passed'),
    );
    expect(tally).toMatchObject({ passed: 0, failures: [{ where: 'app:build' }, { where: 'a:integ' }] });
  });

  it('do not count the steps before them', () => {
    const steps = run(task('app:build'), task('app:synth'), task('a:integ'));
    expect(tallyTests('integ', steps, () => results('passed')).passed).toBe(1);
  });
});
