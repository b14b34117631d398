import * as z from 'zod';
import { catchers, retriers } from './errors-schema.ts';
import {
  assignments,
  concurrency,
  machineTimeout,
  orExpression,
  positiveSeconds,
  template,
  text,
  timestamp,
  waitSeconds,
} from './values.ts';

const common = { Comment: text.optional(), QueryLanguage: z.literal('JSONata').optional() };
const transition = { Next: text.optional(), End: z.boolean().optional() };
const results = { Output: template.optional(), Assign: assignments.optional() };
const handlers = { Retry: retriers.optional(), Catch: catchers.optional() };

const goesOn = <T extends z.ZodType<{ Next?: string | undefined; End?: boolean | undefined }>>(state: T) =>
  state.refine(({ Next, End }) => (Next === undefined) === (End === true), {
    error: "Exactly one of the fields 'Next' and 'End': true is required",
  });

const taskSchema = goesOn(
  z.strictObject({
    Type: z.literal('Task'),
    ...common,
    ...transition,
    ...results,
    ...handlers,
    Resource: text,
    Arguments: template.optional(),
    TimeoutSeconds: positiveSeconds.optional(),
    HeartbeatSeconds: positiveSeconds.optional(),
  }),
).refine(
  ({ TimeoutSeconds: timeout, HeartbeatSeconds: heartbeat }) =>
    typeof timeout !== 'number' || typeof heartbeat !== 'number' || heartbeat < timeout,
  { error: 'HeartbeatSeconds must be smaller than TimeoutSeconds', path: ['HeartbeatSeconds'] },
);

const passSchema = goesOn(z.strictObject({ Type: z.literal('Pass'), ...common, ...transition, ...results }));

const waitSchema = goesOn(
  z.strictObject({
    Type: z.literal('Wait'),
    ...common,
    ...transition,
    ...results,
    Seconds: waitSeconds.optional(),
    Timestamp: timestamp.optional(),
  }),
).refine(({ Seconds, Timestamp }) => (Seconds === undefined) !== (Timestamp === undefined), {
  error: "Exactly one of the fields 'Seconds' and 'Timestamp' is required",
});

const ruleSchema = z.strictObject({
  Comment: text.optional(),
  Condition: orExpression(z.boolean(), 'must be true or false'),
  Next: text,
  ...results,
});

const choiceSchema = z.strictObject({
  Type: z.literal('Choice'),
  ...common,
  ...results,
  Choices: z.array(ruleSchema).min(1, 'Value cannot be empty'),
  Default: text.optional(),
});

const succeedSchema = z.strictObject({ Type: z.literal('Succeed'), ...common, Output: template.optional() });

const failSchema = z.strictObject({
  Type: z.literal('Fail'),
  ...common,
  Error: text.optional(),
  Cause: text.optional(),
});

const parallelSchema = goesOn(
  z.strictObject({
    Type: z.literal('Parallel'),
    ...common,
    ...transition,
    ...results,
    ...handlers,
    Arguments: template.optional(),
    Branches: z.array(z.lazy(() => branchSchema)).min(1, 'Value cannot be empty'),
  }),
);

const processorConfigSchema = z.strictObject({
  Mode: z.literal('INLINE', {
    error: 'this engine runs Map states with Mode INLINE only; DISTRIBUTED is not supported',
  }),
});

const mapSchema = goesOn(
  z.strictObject({
    Type: z.literal('Map'),
    ...common,
    ...transition,
    ...results,
    ...handlers,
    Items: orExpression(z.array(template), 'must be an array').optional(),
    ItemSelector: template.optional(),
    MaxConcurrency: concurrency.optional(),
    ItemProcessor: z.lazy(() => processorSchema),
  }),
);

const stateSchema = z.discriminatedUnion('Type', [
  taskSchema,
  passSchema,
  waitSchema,
  choiceSchema,
  succeedSchema,
  failSchema,
  parallelSchema,
  mapSchema,
]);

/** States with the one where they begin: a machine, a branch of a Parallel state, the processor of a Map state. */
export interface Scope {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}
export type State = z.infer<typeof stateSchema>;

const scope = {
  Comment: text.optional(),
  StartAt: text,
  States: z.record(
    text,
    z.lazy(() => stateSchema),
  ),
};
const branchSchema: z.ZodType<Scope> = z.strictObject(scope);
const processorSchema: z.ZodType<Scope> = z.strictObject({
  ...scope,
  ProcessorConfig: processorConfigSchema.optional(),
});

/** A whole definition in the Amazon States Language with the query language JSONata. */
export const machineSchema = z.strictObject({
  ...scope,
  QueryLanguage: z.literal('JSONata'),
  Version: z.literal('1.0').optional(),
  TimeoutSeconds: machineTimeout.optional(),
});
export type Machine = z.infer<typeof machineSchema>;
