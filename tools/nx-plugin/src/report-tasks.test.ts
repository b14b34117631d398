import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postTasksExecution, reportTasks } from './report-tasks.ts';

type Results = Parameters<typeof reportTasks>[0];
type Status = Results[string]['status'];

const resultsWith = (status: Status, terminalOutput?: string): Results => ({
  'domain:test': {
    task: {
      id: 'domain:test',
      target: { project: 'domain', target: 'test' },
      overrides: {},
      outputs: [],
      projectRoot: 'libs/domain',
      parallelism: true,
      cache: true,
    },
    status,
    code: 0,
    ...(terminalOutput === undefined ? {} : { terminalOutput }),
  },
});

describe('the report of a run', () => {
  it.each<[Status, string]>([
    ['success', 'succeeded'],
    ['local-cache', 'succeeded'],
    ['local-cache-kept-existing', 'succeeded'],
    ['remote-cache', 'succeeded'],
    ['failure', 'failed'],
    ['skipped', 'not run'],
    ['stopped', 'not run'],
  ])('says of a task with the status %s that it %s', (status, outcome) => {
    expect(reportTasks(resultsWith(status))).toEqual([
      { project: 'domain', root: 'libs/domain', target: 'test', outcome, output: '' },
    ]);
  });

  it('keeps what the task printed', () => {
    expect(reportTasks(resultsWith('failure', 'No.'))[0]?.output).toBe('No.');
  });
});

describe('after a run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nx-plugin-'));
  const file = join(folder, 'tasks.json');
  afterEach(() => {
    delete process.env['ATLAS_TASK_REPORT'];
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const finish = (results: Results) =>
    postTasksExecution(undefined, {
      id: 'run',
      workspaceRoot: folder,
      nxJsonConfiguration: {},
      taskResults: results,
      argv: [],
      startTime: 0,
      endTime: 0,
    });

  it('writes the report where it is asked for', () => {
    process.env['ATLAS_TASK_REPORT'] = file;
    void finish(resultsWith('success'));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject([
      { project: 'domain', outcome: 'succeeded' },
    ]);
  });

  it('writes nothing when nobody asks', () => {
    rmSync(file, { force: true });
    void finish(resultsWith('success'));
    expect(() => readFileSync(file)).toThrow('ENOENT');
  });
});
