import type { State } from '../../definition/schema.ts';
import { expectations } from '../../query/expectations.ts';
import { StateFailure } from '../failure.ts';
import { failBranch } from '../branch-end.ts';
import { leaveState } from '../moves.ts';
import type { StateRun } from '../state-run.ts';
import { evaluateField, evaluateResults, evaluateTypedField } from '../state-run.ts';

type Of<T extends State['Type']> = StateRun<Extract<State, { Type: T }>>;

/** Pass: Output, or the input as it came. */
export const runPass = async (run: Of<'Pass'>): Promise<void> => {
  const results = await evaluateResults(run, { from: run.state, otherwise: run.branch.input });
  leaveState(run, results, run.state.Next);
};

/** Succeed: ends its branch. */
export const runSucceed = async (run: Of<'Succeed'>): Promise<void> => {
  const { Output } = run.state;
  const output = await evaluateField(run, { name: 'Output', value: Output, otherwise: run.branch.input });
  leaveState(run, { output, assigned: {} });
};

/** Fail: ends its branch by the error it names. */
export const runFail = async (run: Of<'Fail'>): Promise<void> => {
  const { Error: error, Cause: cause } = run.state;
  const expected = expectations.string;
  const evaluated = {
    ...(error === undefined
      ? {}
      : { error: await evaluateTypedField(run, { name: 'Error', value: error, expected }) }),
    ...(cause === undefined
      ? {}
      : { cause: await evaluateTypedField(run, { name: 'Cause', value: cause, expected }) }),
  };
  failBranch(run.step, run.branch, evaluated);
};

/** Choice: the first rule whose condition is true, else Default. @throws StateFailure States.NoChoiceMatched */
export const runChoice = async (run: Of<'Choice'>): Promise<void> => {
  const { state, branch } = run;
  for (const [index, rule] of state.Choices.entries()) {
    const prefix = `Choices[${index}]/`;
    const condition = { name: `${prefix}Condition`, value: rule.Condition, expected: expectations.boolean };
    if (!(await evaluateTypedField(run, condition))) continue;
    const results = await evaluateResults(run, { prefix, from: rule, otherwise: branch.input });
    leaveState(run, results, rule.Next);
    return;
  }
  if (state.Default === undefined)
    throw new StateFailure({
      error: 'States.NoChoiceMatched',
      cause: `An error occurred while executing the state '${branch.state}' (entered at the event id #${branch.enteredEventId}). Failed to transition out of the state. The state does not point to a next state.`,
    });
  const results = await evaluateResults(run, { from: state, otherwise: branch.input });
  leaveState(run, results, state.Default);
};
