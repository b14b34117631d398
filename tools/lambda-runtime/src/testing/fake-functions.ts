import { createManualClock } from '@atlas-engine/simulation';
import type { ManualClock, StateStore } from '@atlas-engine/simulation';
import type { FunctionSpec } from '../function-spec.ts';
import type { Functions } from '../functions.ts';
import { createFunctions } from '../functions.ts';
import type { Outcome } from '../process/ending.ts';
import type { Job } from '../process/job.ts';
import { account, specOf } from './test-lambda.ts';

/** What a function does with a job, instead of a process. */
export type Behaviour = (job: Job) => Outcome | Promise<Outcome>;

export const succeeded: Outcome = { payload: 'null' };
export const failed: Outcome = {
  payload: JSON.stringify({ errorType: 'Error', errorMessage: 'it broke', trace: [] }),
  functionError: 'Unhandled',
};

/** Functions whose jobs are run by a behaviour in this process. `jobs` shows what they got and when. */
export const fakeFunctions = (
  store: StateStore,
  behaviour: Behaviour,
  clock: ManualClock = createManualClock(),
): {
  functions: Functions;
  clock: ManualClock;
  jobs: (Job & { readonly at: number })[];
  register: (changes?: Partial<FunctionSpec>) => void;
} => {
  const jobs: (Job & { readonly at: number })[] = [];
  const functions = createFunctions({
    ...account,
    store,
    now: () => clock.now(),
    openPool: () => ({
      submit: async (job) => {
        jobs.push({ ...job, at: clock.now() });
        return behaviour(job);
      },
      sandboxes: [],
      close: async () => undefined,
    }),
  });
  return { functions, clock, jobs, register: (changes) => void functions.register(specOf('echo', changes)) };
};
