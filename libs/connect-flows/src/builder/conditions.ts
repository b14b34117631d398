import { type Operator, operators } from '../catalogue/index.ts';
import type { Condition } from './block.ts';

const condition =
  <const Op extends Operator>(operator: Op) =>
  <const Operand extends string, const T extends string>(
    operand: Operand,
    next: T,
  ): Condition<T, Op, Operand> => ({ operator, operand, next });

/** Branches on a value that is exactly this text. */
export const equals = condition('Equals');
/** Branches on a value that begins with this text. */
export const startsWith = condition('TextStartsWith');
/** Branches on a value that ends with this text. */
export const endsWith = condition('TextEndsWith');
/** Branches on a value that has this text in it. */
export const contains = condition('TextContains');
/** Branches on a number above this one. */
export const greaterThan = condition('NumberGreaterThan');
/** Branches on a number that is this one or above. */
export const atLeast = condition('NumberGreaterOrEqualTo');
/** Branches on a number below this one. */
export const lessThan = condition('NumberLessThan');
/** Branches on a number that is this one or below. */
export const atMost = condition('NumberLessOrEqualTo');

/** The function that writes each operator. */
export const conditionFunctionOf: Readonly<Record<Operator, string>> = {
  Equals: 'equals',
  TextStartsWith: 'startsWith',
  TextEndsWith: 'endsWith',
  TextContains: 'contains',
  NumberGreaterThan: 'greaterThan',
  NumberGreaterOrEqualTo: 'atLeast',
  NumberLessThan: 'lessThan',
  NumberLessOrEqualTo: 'atMost',
};

/** Whether the Flow language has this comparison. */
export const isOperator = (text: string): text is Operator => operators.some((each) => each === text);
