import type { Machine, Scope, State } from '../definition/schema.ts';
import type { Json, JsonObject } from '../json.ts';
import { isObject, parseJson } from '../json.ts';
import type { Expectation, QueryScope } from '../query/evaluate.ts';
import { evaluateTemplate, evaluateTyped } from '../query/evaluate.ts';
import type { BranchRow, ScopeStep } from './rows.ts';
import type { Transition } from './transition.ts';

/** One state of one branch while a step works on it. */
export interface StateRun<S extends State = State> {
  readonly step: Transition;
  readonly state: S;
  readonly branch: BranchRow;
}

/** What a field's expressions see beside the input, the variables and the context. */
export interface Extras {
  readonly result?: Json;
  readonly errorOutput?: Json;
  readonly token?: string;
  readonly item?: BranchRow['item'];
}

const inner = (scope: Scope, { state, branch }: ScopeStep): Scope | undefined => {
  const holder = scope.States[state];
  if (holder?.Type === 'Map') return holder.ItemProcessor;
  return holder?.Type === 'Parallel' ? holder.Branches[branch ?? 0] : undefined;
};

/** The state that a branch is in; undefined when the definition has no such place. */
export const stateOf = (machine: Machine, { scope, state }: BranchRow): State | undefined => {
  const place = scope.reduce<Scope | undefined>((outer, step) => outer && inner(outer, step), machine);
  return place?.States[state];
};

const visibleVariables = (step: Transition, branch: BranchRow): JsonObject => {
  const outer = branch.parentId === undefined ? undefined : step.find(branch.parentId);
  return outer ? { ...visibleVariables(step, outer), ...branch.variables } : { ...branch.variables };
};

const itemAround = (step: Transition, branch: BranchRow): BranchRow['item'] => {
  if (branch.item) return branch.item;
  const outer = branch.parentId === undefined ? undefined : step.find(branch.parentId);
  return outer && itemAround(step, outer);
};

const iso = (at: number): string => new Date(at).toISOString();

const contextOf = ({ step, state, branch }: StateRun, { token, item }: Extras): Record<string, unknown> => {
  const { execution } = step;
  const counted = 'Retry' in state || state.Type === 'Task';
  const mapItem = item ?? itemAround(step, branch);
  return {
    Execution: {
      Id: execution.executionArn,
      // Read only by the expressions that ask for it: it may be large.
      get Input() {
        return parseJson(execution.input);
      },
      Name: execution.name,
      RoleArn: execution.roleArn,
      StartTime: iso(execution.startDate),
      RedriveCount: 0,
    },
    State: {
      Name: branch.state,
      EnteredTime: iso(branch.enteredAt),
      ...(counted ? { RetryCount: retryCount(branch) } : {}),
    },
    StateMachine: { Id: execution.stateMachineArn, Name: execution.stateMachineName },
    ...(token === undefined ? {} : { Task: { Token: token } }),
    ...(mapItem ? { Map: { Item: mapItem } } : {}),
  };
};

/** How often the state has been tried again since it was entered. */
export const retryCount = ({ retries }: BranchRow): number => retries.reduce((sum, count) => sum + count, 0);

const queryScope = (run: StateRun, extras: Extras): QueryScope => {
  const { result, errorOutput } = extras;
  return {
    states: {
      input: run.branch.input,
      context: contextOf(run, extras),
      ...(result === undefined ? {} : { result }),
      ...(errorOutput === undefined ? {} : { errorOutput }),
    },
    variables: visibleVariables(run.step, run.branch),
    now: run.step.now,
    seed: `${run.step.execution.executionArn}#${run.step.execution.lastEventId}`,
  };
};

/** Evaluates a template field; without one gives `otherwise`. @throws QueryEvaluationError */
export const evaluateField = async (
  run: StateRun,
  field: { readonly name: string; readonly value: Json | undefined; readonly otherwise: Json },
  extras: Extras = {},
): Promise<Json> =>
  field.value === undefined
    ? field.otherwise
    : evaluateTemplate(field.value, field.name, queryScope(run, extras));

/** Evaluates a field that takes one type. @throws QueryEvaluationError */
export const evaluateTypedField = async <T extends Json>(
  run: StateRun,
  field: { readonly name: string; readonly value: Json; readonly expected: Expectation<T> },
  extras: Extras = {},
): Promise<T> =>
  evaluateTyped(field.value, field.name, { scope: queryScope(run, extras), expected: field.expected });

/** What a state leaves behind. */
export interface Results {
  readonly output: Json;
  readonly assigned: JsonObject;
}

/**
 * Evaluates Output and Assign of a state, a choice rule or a catcher, both with the variables as they are.
 *
 * @throws QueryEvaluationError
 */
export const evaluateResults = async (
  run: StateRun,
  fields: {
    readonly prefix?: string;
    readonly from: { readonly Output?: Json | undefined; readonly Assign?: JsonObject | undefined };
    readonly otherwise: Json;
  },
  extras: Extras = {},
): Promise<Results> => {
  const { prefix = '', from, otherwise } = fields;
  const assigned = await evaluateField(
    run,
    { name: `${prefix}Assign`, value: from.Assign, otherwise: {} },
    extras,
  );
  const output = await evaluateField(run, { name: `${prefix}Output`, value: from.Output, otherwise }, extras);
  return { output, assigned: isObject(assigned) ? assigned : {} };
};
