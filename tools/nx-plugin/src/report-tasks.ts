import { writeFileSync } from 'node:fs';
import type { PostTasksExecution } from '@nx/devkit';

/** What became of one task of a run. */
export interface TaskReport {
  readonly project: string;
  /** The project's folder, relative to the workspace. */
  readonly root: string;
  readonly target: string;
  readonly outcome: 'succeeded' | 'failed' | 'not run';
  /** What the task printed. */
  readonly output: string;
}

type TaskResults = Parameters<PostTasksExecution>[1]['taskResults'];

/**
 * Called by Nx after every run: when `ATLAS_TASK_REPORT` names a file, writes there, as a JSON array of
 * {@link TaskReport}, what became of each task. `npm test` reads it.
 */
export const postTasksExecution: PostTasksExecution = (_options, { taskResults }) => {
  const file = process.env['ATLAS_TASK_REPORT'];
  if (file !== undefined && file !== '') writeFileSync(file, JSON.stringify(reportTasks(taskResults)));
};

/** Nx's results in the words of the report. */
export const reportTasks = (results: TaskResults): TaskReport[] =>
  Object.values(results).map(({ task, status, terminalOutput }) => ({
    project: task.target.project,
    root: task.projectRoot ?? '',
    target: task.target.target,
    outcome: outcomes[status],
    output: terminalOutput ?? '',
  }));

const outcomes: Readonly<Record<TaskResults[string]['status'], TaskReport['outcome']>> = {
  success: 'succeeded',
  'local-cache': 'succeeded',
  'local-cache-kept-existing': 'succeeded',
  'remote-cache': 'succeeded',
  failure: 'failed',
  skipped: 'not run',
  stopped: 'not run',
};
