import { branchRuleOf, isActionType } from '../catalogue/index.ts';
import type { FlowAction } from '../language/flow-language.ts';

/** One way out of an action. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  /** `next`, the operand of a condition, or the type of an error. */
  readonly branch: string;
  readonly kind: 'next' | 'condition' | 'error';
}

/**
 * The ways out of an action. A `NextAction` that only repeats another branch, as the designer writes it, is no way of
 * its own.
 */
export function edgesOf(action: FlowAction): readonly Edge[] {
  const { Identifier: from, Transitions } = action;
  const { NextAction, Errors = [], Conditions = [] } = Transitions;
  const next: Edge[] =
    NextAction === undefined || neverTaken(action)
      ? []
      : [{ from, to: NextAction, branch: 'next', kind: 'next' }];
  return [
    ...next,
    ...Conditions.map(({ NextAction: to, Condition }): Edge => {
      const branch = [Condition.Operator, ...Condition.Operands].join(' ');
      return { from, to, branch, kind: 'condition' };
    }),
    ...Errors.map(({ NextAction: to, ErrorType: branch }): Edge => ({ from, to, branch, kind: 'error' })),
  ];
}

/** Whether an action always takes another branch than `NextAction`. */
export function neverTaken({ Type, Parameters = {}, Transitions }: FlowAction): boolean {
  if (!isActionType(Type)) return false;
  const { next } = branchRuleOf(Type, Parameters);
  if (typeof next === 'string') return false;
  const { Errors = [], Conditions = [] } = Transitions;
  return (
    Errors.some(({ ErrorType }) => ErrorType === next.copy) ||
    Conditions.some(({ Condition }) => Condition.Operands[0] === next.copy)
  );
}
