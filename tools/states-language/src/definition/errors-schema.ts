import * as z from 'zod';
import { assignments, attempts, interval, longestDelay, template, text } from './values.ts';

const predefined = [
  'ALL',
  'BranchFailed',
  'DataLimitExceeded',
  'ExceedToleratedFailureThreshold',
  'HeartbeatTimeout',
  'Http.Socket',
  'IntrinsicFailure',
  'ItemReaderFailed',
  'NoChoiceMatched',
  'ParameterPathFailure',
  'Permissions',
  'QueryEvaluationError',
  'ResultPathMatchFailure',
  'ResultWriterFailed',
  'Runtime',
  'TaskFailed',
  'Timeout',
].map((name) => `States.${name}`);

const errorName = text.min(1).refine((name) => !name.startsWith('States.') || predefined.includes(name), {
  error: `names beginning with States. are reserved; known ones are ${predefined.join(', ')}`,
});

const errorEquals = z
  .array(errorName)
  .min(1)
  .refine((names) => names.length === 1 || !names.includes('States.ALL'), {
    error: 'States.ALL must appear alone in ErrorEquals',
  });

const onlyLastIsAll = (rules: readonly { readonly ErrorEquals: readonly string[] }[]): boolean =>
  rules.slice(0, -1).every(({ ErrorEquals }) => !ErrorEquals.includes('States.ALL'));
const allIsLast = { error: 'States.ALL must be in the last element' };

export const retrierSchema = z
  .strictObject({
    Comment: text.optional(),
    ErrorEquals: errorEquals,
    IntervalSeconds: interval.optional(),
    MaxAttempts: attempts.optional(),
    BackoffRate: z.number().min(1).optional(),
    MaxDelaySeconds: longestDelay.optional(),
    JitterStrategy: z.enum(['FULL', 'NONE']).optional(),
  })
  .refine(({ IntervalSeconds = 1, MaxDelaySeconds = Infinity }) => MaxDelaySeconds > IntervalSeconds, {
    error: 'must be greater than IntervalSeconds',
    path: ['MaxDelaySeconds'],
  });

export const catcherSchema = z.strictObject({
  Comment: text.optional(),
  ErrorEquals: errorEquals,
  Next: text,
  Output: template.optional(),
  Assign: assignments.optional(),
});

export const retriers = z.array(retrierSchema).refine(onlyLastIsAll, allIsLast);
export const catchers = z.array(catcherSchema).refine(onlyLastIsAll, allIsLast);

/** When and how often a state is tried again. */
export type Retrier = z.infer<typeof retrierSchema>;
/** Where a state goes on after an error. */
export type Catcher = z.infer<typeof catcherSchema>;
