import type { Branch } from './action.ts';
import type { FlowAction } from './flow-document.ts';

/** The way out of a block: its name in traces and coverage, and where it leads. */
export interface Edge {
  readonly name: string;
  readonly to: string;
}

/** Where a branch leads, or nothing when the block has no such branch. */
export function edgeOf({ Transitions = {} }: FlowAction, branch: Branch): Edge | undefined {
  const error = (type: string): Edge | undefined => {
    const found = Transitions.Errors?.find(({ ErrorType }) => ErrorType === type);
    return found && { name: type, to: found.NextAction };
  };
  if (branch === 'next')
    return Transitions.NextAction === undefined ? undefined : { name: 'next', to: Transitions.NextAction };
  if ('error' in branch) return error(branch.error) ?? error('NoMatchingError');
  const met = Transitions.Conditions?.find(({ Condition }) => holds(Condition, branch.value));
  return met === undefined
    ? error('NoMatchingCondition')
    : { name: conditionName(met.Condition), to: met.NextAction };
}

interface Condition {
  readonly Operator: string;
  readonly Operands: readonly [string];
}

export const conditionName = ({ Operator, Operands }: Condition): string => `${Operator} ${Operands[0]}`;

const operators: Readonly<Record<string, (value: string, operand: string) => boolean>> = {
  Equals: (value, operand) => value === operand,
  TextStartsWith: (value, operand) => value.startsWith(operand),
  TextEndsWith: (value, operand) => value.endsWith(operand),
  TextContains: (value, operand) => value.includes(operand),
  NumberGreaterThan: (value, operand) => asNumber(value) > asNumber(operand),
  NumberGreaterOrEqualTo: (value, operand) => asNumber(value) >= asNumber(operand),
  NumberLessThan: (value, operand) => asNumber(value) < asNumber(operand),
  NumberLessOrEqualTo: (value, operand) => asNumber(value) <= asNumber(operand),
};

export const operatorNames: readonly string[] = Object.keys(operators);

/** Nothing is no number: an empty text must not compare as 0. */
const asNumber = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

const holds = ({ Operator, Operands }: Condition, value: string): boolean =>
  operators[Operator]?.(value, Operands[0]) ?? false;
