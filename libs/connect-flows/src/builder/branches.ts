import type { ActionType, catalogue, ErrorOf, Operator, RequiredErrorOf } from '../catalogue/index.ts';
import type { Condition } from './block.ts';

type RuleOf<A extends ActionType> = (typeof catalogue)[A]['branches'][number];
type ConditionsOf<Rule> = Rule extends { readonly conditions: infer C } ? C : never;
type OperatorIn<C> = C extends { readonly operators: readonly (infer O)[] } ? Extract<O, Operator> : never;
type OperandIn<C> = C extends { readonly operands: readonly (infer O extends string)[] } ? O : string;

/** The comparisons that an action can branch on. */
type ConditionOf<A extends ActionType, T extends string> = Condition<
  T,
  OperatorIn<ConditionsOf<RuleOf<A>>>,
  OperandIn<ConditionsOf<RuleOf<A>>>
>;

/** Actions that end the flow in every form of them. */
export type TerminalAction = {
  [A in ActionType]: [RuleOf<A>['next']] extends ['none'] ? A : never;
}[ActionType];

type Next<A extends ActionType, T> = [RuleOf<A>['next']] extends ['required']
  ? { readonly next: T }
  : { readonly next?: T };

type Errors<A extends ActionType, T> = [ErrorOf<A>] extends [never]
  ? { readonly errors?: Readonly<Record<string, never>> }
  : [RequiredErrorOf<A>] extends [never]
    ? { readonly errors?: { readonly [E in ErrorOf<A>]?: T } }
    : {
        readonly errors: { readonly [E in RequiredErrorOf<A>]: T } & {
          readonly [E in Exclude<ErrorOf<A>, RequiredErrorOf<A>>]?: T;
        };
      };

type Conditions<A extends ActionType, T extends string> = [ConditionsOf<RuleOf<A>>] extends [never]
  ? { readonly conditions?: readonly [] }
  : { readonly conditions?: readonly ConditionOf<A, T>[] };

/** The branches that an action must and may have: a branch that it does not have is a type error. */
export type BranchesOf<A extends ActionType, T extends string> = Next<A, T> & Errors<A, T> & Conditions<A, T>;
