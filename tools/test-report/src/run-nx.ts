import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { TaskReport } from '@atlas-engine/nx-plugin';
import * as z from 'zod';
import { type CommandResult, runCommand } from './run-command.ts';
import type { NxRun } from './tally-tasks.ts';

export interface NxOptions {
  readonly workspace: string;
  /** Only projects that changed since the base branch, and those that depend on them. */
  readonly affected: boolean;
  readonly print: (line: string) => void;
}

/** Runs one target of all projects, or of the affected ones. Its daemon stays off, so that outputs always come back. */
export async function runNx(target: string, options: NxOptions): Promise<NxRun> {
  const listed = await nx(
    ['show', 'projects', `--withTarget=${target}`, '--json', ...ifAffected(options)],
    options,
  );
  if (listed.exitCode !== 0) return { ...listed, projects: [], tasks: [] };
  const projects = z.array(z.string()).parse(JSON.parse(listed.standardOutput));
  const folder = mkdtempSync(join(tmpdir(), 'test-report-'));
  const report = join(folder, 'tasks.json');
  try {
    const result = await nx(
      [
        options.affected ? 'affected' : 'run-many',
        `--target=${target}`,
        '--outputStyle=static-failures-only',
      ],
      { ...options, report, onLine: progress(target, options.print) },
    );
    return { ...result, projects, tasks: existsSync(report) ? parse(readFileSync(report, 'utf8')) : [] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const ifAffected = ({ affected }: NxOptions) => (affected ? ['--affected'] : []);

interface Invocation {
  readonly workspace: string;
  readonly report?: string;
  readonly onLine?: (line: string) => void;
}

const nx = (argv: readonly string[], { workspace, report, onLine }: Invocation): Promise<CommandResult> =>
  runCommand([createRequire(join(workspace, 'package.json')).resolve('nx'), ...argv], {
    workspace,
    environment: { NX_DAEMON: 'false', ...(report === undefined ? {} : { ATLAS_TASK_REPORT: report }) },
    ...(onLine === undefined ? {} : { onLine }),
  });

const taskReportsSchema: z.ZodType<TaskReport[]> = z.array(
  z.object({
    project: z.string(),
    root: z.string(),
    target: z.string(),
    outcome: z.enum(['succeeded', 'failed', 'not run']),
    output: z.string().transform(stripVTControlCharacters),
  }),
);

const parse = (text: string) => taskReportsSchema.parse(JSON.parse(text));

/** Passes on the lines by which Nx says that a task of the target is done. */
const progress = (target: string, print: (line: string) => void) => (line: string) => {
  const [, task] = /^✔\s+nx run (\S+)/.exec(line) ?? [];
  if (task?.endsWith(`:${target}`) === true) print(`  ✔ ${task}`);
};
