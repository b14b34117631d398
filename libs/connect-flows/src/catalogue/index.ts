export {
  type ActionSpec,
  type BranchRule,
  type ConditionRule,
  type ErrorType,
  errorTypes,
  type NextRule,
  type Operator,
  operators,
  type ReferenceKind,
  referenceKinds,
} from './action-spec.ts';
export { branchRuleOf, parameterAt } from './branch-rule-of.ts';
export * from './catalogue.ts';
export { mistakenTypes } from './mistaken-types.ts';
export { parameterProblems } from './parameter-problems.ts';
export { promptLimit } from './prompt.ts';
export type { Reference } from './values.ts';
