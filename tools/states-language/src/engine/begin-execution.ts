import type { Machines } from './machines.ts';
import type { ExecutionRow } from './rows.ts';
import type { Tables } from './tables.ts';
import type { Transition } from './transition.ts';
import { beginTransition } from './transition.ts';
import { parseJson } from '../json.ts';

/** An execution that is about to begin. */
export type NewExecution = Omit<
  ExecutionRow,
  'definitionId' | 'status' | 'startDate' | 'timeoutAt' | 'lastEventId'
> & {
  readonly definition: string;
};

/** The first step of an execution: it has started, and its root is about to enter the first state. */
export const beginExecution = (
  tables: Tables,
  machines: Machines,
  { execution: { definition, ...given }, now }: { readonly execution: NewExecution; readonly now: number },
): Transition => {
  const definitionId = machines.keep(definition);
  const machine = machines.machine(definitionId);
  const execution: ExecutionRow = {
    ...given,
    definitionId,
    status: 'RUNNING',
    startDate: now,
    ...(machine.TimeoutSeconds === undefined ? {} : { timeoutAt: now + machine.TimeoutSeconds * 1000 }),
    lastEventId: 0,
  };
  const step = beginTransition(tables, execution, now);
  step.record({
    type: 'ExecutionStarted',
    previousEventId: 0,
    member: 'executionStarted',
    details: {
      input: given.input,
      inputDetails: { truncated: false },
      roleArn: given.roleArn,
      stateMachineAliasArn: given.stateMachineAliasArn,
      stateMachineVersionArn: given.stateMachineVersionArn,
    },
  });
  step.put({
    executionArn: given.executionArn,
    id: '0',
    index: 0,
    scope: [],
    state: machine.StartAt,
    input: parseJson(given.input),
    variables: {},
    // The service numbers the first state as if nothing came before it.
    previousEventId: 0,
    enteredEventId: 0,
    enteredAt: 0,
    enteredFrom: 0,
    retries: [],
    phase: { kind: 'ready' },
  });
  return step;
};
