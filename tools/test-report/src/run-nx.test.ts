import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runNx } from './run-nx.ts';
import { runStage } from './stages.ts';

/** A workspace of three projects beside this one, with this one's Nx. */
const workspace = mkdtempSync(join(tmpdir(), 'test-report-'));
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(workspace, file)), { recursive: true });
  writeFileSync(join(workspace, file), text);
};
const project = (name: string, targets: object) => {
  const cached = {
    cache: true,
    inputs: ['{projectRoot}/**/*'],
    outputs: ['{projectRoot}/test-results/unit.json'],
  };
  const entries = Object.entries(targets).map(([target, code]) => [
    target,
    {
      executor: 'nx:run-commands',
      options: {
        command: 'node program.mjs',
        cwd: `libs/${name}`,
        env: { CODE: String(code), TARGET: target },
      },
      ...(target === 'test' ? cached : {}),
      ...(target === 'integ' ? { dependsOn: ['build'] } : {}),
    },
  ]);
  const manifest = {
    name: `@atlas-engine/${name}`,
    version: '0.0.0',
    nx: { name, targets: Object.fromEntries(entries) },
  };
  write(`libs/${name}/package.json`, JSON.stringify(manifest));
  write(`libs/${name}/program.mjs`, program);
};
const program = `
import { mkdirSync, writeFileSync } from 'node:fs';
const status = process.env.CODE === '0' ? 'passed' : 'failed';
const assertionResults = [{ fullName: 'a rule holds', status, failureMessages: [] }];
console.log('This is ' + process.env.TARGET + '.');
if (process.env.TARGET === 'test') {
  mkdirSync('test-results', { recursive: true });
  const testResults = [{ name: 'rule.test.ts', status, message: '', assertionResults }];
  writeFileSync('test-results/unit.json', JSON.stringify({ testResults }));
}
process.exitCode = Number(process.env.CODE);
`;

const variables = { ...process.env };
const lines: string[] = [];
const options = { workspace, affected: false, print: (line: string) => lines.push(line) };

beforeAll(() => {
  // Nx tells the tasks it runs, of which this test may be one, where it runs them.
  for (const name of Object.keys(process.env))
    if (name.startsWith('NX_')) Reflect.deleteProperty(process.env, name);
  process.env['NX_ISOLATE_PLUGINS'] = 'false';
  symlinkSync(join(__dirname, '../../../node_modules'), join(workspace, 'node_modules'));
  write('package.json', JSON.stringify({ name: 'workspace', private: true, workspaces: ['libs/*'] }));
  write(
    'nx.json',
    JSON.stringify({ plugins: ['@atlas-engine/nx-plugin'], cacheDirectory: '.nx/cache', analytics: false }),
  );
  write('.gitignore', 'node_modules\n.nx\ntest-results\n');
  project('good', { lint: 0, test: 0, build: 1, integ: 0 });
  project('bad', { lint: 1, test: 0 });
});
beforeEach(() => {
  lines.length = 0;
});
afterAll(() => {
  process.env = variables;
  rmSync(workspace, { recursive: true });
});

describe('Nx', () => {
  it('reports every task of a run, with what the failed ones printed', async () => {
    const { tasks, exitCode } = await runNx('lint', options);
    expect(exitCode).not.toBe(0);
    expect(tasks.toSorted((a, b) => a.project.localeCompare(b.project))).toEqual([
      {
        project: 'bad',
        root: 'libs/bad',
        target: 'lint',
        outcome: 'failed',
        output: expect.stringContaining('is lint.'),
      },
      {
        project: 'good',
        root: 'libs/good',
        target: 'lint',
        outcome: 'succeeded',
        output: expect.any(String),
      },
    ]);
    expect(lines).toEqual(['  ✔ good:lint']);
  }, 30_000);

  it('names the projects whose turn did not come because a step before failed', async () => {
    const { projects, tasks } = await runNx('integ', options);
    expect(projects).toEqual(['good']);
    expect(tasks).toMatchObject([{ project: 'good', target: 'build', outcome: 'failed' }]);
    expect((await runStage('integ', options)).failures).toMatchObject([
      { where: 'good:build' },
      { where: 'good:integ', what: 'was not run' },
    ]);
  }, 30_000);

  it('reports nothing, and does not fail, when no project has the target', async () => {
    expect(await runNx('deploy', options)).toMatchObject({ projects: [], tasks: [], exitCode: 0 });
  }, 30_000);

  it('brings back the results of tests from its cache', async () => {
    const first = await runStage('test', options);
    expect(first).toEqual({ passed: 2, skipped: 0, failures: [] });
    expect(await runStage('test', options)).toEqual(first);
  }, 30_000);
});
