import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { inferTargets } from './infer-targets.ts';

interface Step {
  readonly run?: string;
  readonly uses?: string;
}
interface Job {
  readonly uses?: string;
  readonly environment?: string;
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
}
interface Workflow {
  readonly name: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const workspace = join(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(join(workspace, file), 'utf8');
const files = globSync('.github/workflows/*.yml', { cwd: workspace }).sort();
const workflows = files.map((file) => [file, parse(read(file)) as Workflow] as const);
const commands = workflows.flatMap(([, { jobs }]) =>
  Object.values(jobs).flatMap(({ steps = [] }) => steps.flatMap(({ run }) => run ?? [])),
);
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

describe('the workflows', () => {
  it('check what a pull request affects, and deploy', () => {
    expect(files).toEqual([
      '.github/workflows/check.yml',
      '.github/workflows/deploy-stage.yml',
      '.github/workflows/deploy.yml',
    ]);
  });

  it('run only scripts that there are', () => {
    const named = commands.flatMap((command) => /^npm (?:run )?([a-z:]+)/.exec(command)?.[1] ?? []);
    expect(named.filter((script) => script !== 'ci' && scripts[script] === undefined)).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(['validate', 'deploy', 'smoke', 'test']));
  });

  it('ask Nx only for targets that projects have', () => {
    const everything = [
      ...['tsconfig.json', 'jest.config.cjs', 'cdk.ts'],
      ...['src/handler.ts', 'src/a.test.ts', 'src/a.integ.test.ts'],
    ];
    const known = Object.keys(inferTargets({ root: 'apps/a', files: everything, tags: [] }));
    const asked = commands.flatMap(
      (command) => /nx affected -t ([a-z ]+)/.exec(command)?.[1]?.trim().split(' ') ?? [],
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(known).toEqual(expect.arrayContaining(asked));
  });

  it('call only workflows that there are', () => {
    const called = workflows.flatMap(([, { jobs }]) => Object.values(jobs).flatMap(({ uses }) => uses ?? []));
    expect(called.map((file) => file.replace('./', '')).filter((file) => !files.includes(file))).toEqual([]);
  });

  it('deploy by a token of the run, to a protected environment, one deployment of a stage at a time', () => {
    const deploying = workflows.flatMap(([, { jobs }]) =>
      Object.values(jobs).filter(({ steps = [] }) =>
        steps.some(({ run }) => run?.startsWith('npm run deploy')),
      ),
    );
    expect(deploying).toMatchObject([
      {
        environment: '${{ inputs.stage }}',
        permissions: { contents: 'read', 'id-token': 'write' },
        concurrency: { group: 'deploy-${{ inputs.stage }}', 'cancel-in-progress': false },
      },
    ]);
    expect(JSON.stringify(workflows)).not.toMatch(/secrets\.|aws-access-key/);
  });
});
