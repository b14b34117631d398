import type { ExecutionRow } from '../engine/rows.ts';

/** Executions by state machine, in memory; the rows themselves are the engine's. */
export interface ExecutionIndex {
  add(execution: ExecutionRow): void;
  /** ARNs of a state machine's executions, newest first. */
  of(stateMachineArn: string): string[];
}

/** Makes the index of executions that are there already. */
export const createExecutionIndex = (executions: Iterable<ExecutionRow>): ExecutionIndex => {
  const byMachine = new Map<string, Set<string>>();
  const add = ({ stateMachineArn, executionArn }: ExecutionRow): void => {
    const known = byMachine.get(stateMachineArn) ?? new Set();
    known.delete(executionArn);
    byMachine.set(stateMachineArn, known.add(executionArn));
  };
  for (const execution of [...executions].sort((a, b) => a.startDate - b.startDate)) add(execution);
  return { add, of: (stateMachineArn) => [...(byMachine.get(stateMachineArn) ?? [])].reverse() };
};
