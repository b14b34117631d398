export { type JestResults, jestResultsSchema, tallyResults } from './jest-results.ts';
export { type Options, parseOptions, UsageError } from './options.ts';
export { runChecks, type Surroundings } from './run-checks.ts';
export { type StageName, stageNames } from './stage-names.ts';
export { type RunStage, runStage } from './stages.ts';
export type { Failure, Tally } from './tally.ts';
export { type NxRun, tallyChecks, tallyTests } from './tally-tasks.ts';
