import type { TaskReport } from '@atlas-engine/nx-plugin';
import { type JestResults, tallyResults } from './jest-results.ts';
import { failed, nothing, passed, sum, type Tally } from './tally.ts';

/** What Nx did for one stage. */
export interface NxRun {
  /** The projects that have the target; Nx says nothing of those that it left out because a step before failed. */
  readonly projects: readonly string[];
  readonly tasks: readonly TaskReport[];
  readonly exitCode: number;
  /** All that Nx printed, for the case that it failed itself. */
  readonly output: string;
}

/** A task's results as Jest left them: `undefined` when there are none, a sentence when they can not be read. */
export type ReadResults = (task: TaskReport) => JestResults | string | undefined;

/** Each task of the target counts as one case. */
export const tallyChecks = (target: string, run: NxRun): Tally => tally(run, target, tallyCheck);

/** Each test case counts; a task that left no results counts as one failed. */
export const tallyTests = (target: string, run: NxRun, read: ReadResults): Tally =>
  tally(run, target, (task) => tallyTest(task, read(task)));

/** What another target did on the way counts only when it failed, and so does Nx when it fails without a failed task. */
function tally(run: NxRun, target: string, tallyTask: (task: TaskReport) => Tally): Tally {
  const tasks = run.tasks.map((task) => (task.target === target ? tallyTask(task) : tallyStep(task)));
  const missing = projectsWithout(run, target).map((name) => notRun(`${name}:${target}`));
  const total = sum([...tasks, ...missing]);
  const ofNx = run.exitCode !== 0 && (run.tasks.length === 0 || total.failures.length === 0);
  return ofNx
    ? sum([failed(`nx -t ${target}`, `nx ended with exit code ${run.exitCode}`, run.output), total])
    : total;
}

const projectsWithout = ({ projects, tasks }: NxRun, target: string) =>
  projects.filter((name) => !tasks.some((task) => task.project === name && task.target === target));

const notRun = (name: string) => failed(name, 'was not run');

const tallyStep = (task: TaskReport): Tally => (task.outcome === 'failed' ? tallyCheck(task) : nothing);

const tallyCheck = (task: TaskReport): Tally => {
  if (task.outcome === 'succeeded') return passed;
  return task.outcome === 'failed' ? failed(nameOf(task), 'failed', task.output) : notRun(nameOf(task));
};

function tallyTest(task: TaskReport, results: JestResults | string | undefined): Tally {
  if (task.outcome === 'not run') return tallyCheck(task);
  if (results === undefined) return failed(nameOf(task), 'left no results', task.output);
  if (typeof results === 'string') return failed(nameOf(task), results, task.output);
  const cases = tallyResults(nameOf(task), results);
  return task.outcome === 'failed' && cases.failures.length === 0
    ? sum([cases, failed(nameOf(task), 'failed, though no test did', task.output)])
    : cases;
}

const nameOf = ({ project, target }: TaskReport) => `${project}:${target}`;
