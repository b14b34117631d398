import type { ActionType, ErrorType, Operator } from '../catalogue/index.ts';

/** A branch that is taken when its comparison holds. */
export interface Condition<
  Target extends string,
  Op extends Operator = Operator,
  Operand extends string = string,
> {
  readonly operator: Op;
  readonly operand: Operand;
  readonly next: Target;
}

/**
 * One block of a flow. `Target` is the union of the flow's block names, so that a dangling transition does not
 * compile; `Action` its type, so that a block where it is not legal does not compile either.
 */
export interface Block<Target extends string = string, Action extends ActionType = ActionType> {
  readonly type: Action;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Where a block without a matching condition goes on. Left out where the designer repeats another branch. */
  readonly next?: Target;
  readonly errors?: Readonly<Partial<Record<ErrorType, Target>>>;
  /** In order; the first that holds wins. */
  readonly conditions?: readonly Condition<Target>[];
  /** Written by the importer: how the export spelled what is empty. */
  readonly spelling?: Spelling;
}

/** How an export writes what has no content; everything is left out otherwise. */
export interface Spelling {
  readonly emptyErrors?: true;
  readonly emptyConditions?: true;
  readonly noParameters?: true;
  /** No `NextAction`, where the designer repeats a branch. */
  readonly noNext?: true;
}
