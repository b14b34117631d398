import { type ActionType, type BranchRule, branchRuleOf } from '../catalogue/index.ts';
import type { FlowAction } from '../language/flow-language.ts';
import { known } from './action-rules.ts';
import { error, type Problem, warning } from './finding.ts';
import { listed, repeated, type Rule, when } from './rule.ts';

/** Error branches: all that are required, none that the action does not have, each once. */
export const errorRule: Rule = ({ document }) =>
  known(document.Actions).flatMap(([action, type]) => {
    const { next, requiredErrors = [], optionalErrors = [] } = ruleOf(action, type);
    if (next === 'none') return [];
    const errors = (action.Transitions.Errors ?? []).map(({ ErrorType }) => ErrorType);
    const legal: readonly string[] = [...requiredErrors, ...optionalErrors];
    const say = (problem: string) =>
      error(action.Identifier, { problem, allowed: `the error branches ${listed(legal)}` });
    return [
      ...requiredErrors
        .filter((each) => !errors.includes(each))
        .map((each) => say(`${type} needs the error branch ${each}`)),
      ...errors
        .filter((each) => !legal.includes(each))
        .map((each) => say(`${type} has no error branch ${each}`)),
      ...repeated(errors).map((each) => say(`has the error branch ${each} twice`)),
    ];
  });

/** `NextAction`: where the action needs one, none where it ends the flow, and no other than the branch it repeats. */
export const nextRule: Rule = ({ document }) =>
  known(document.Actions).flatMap(([action, type]) => {
    const { next } = ruleOf(action, type);
    const { NextAction } = action.Transitions;
    if (next === 'none') return withoutTransitions(action, type);
    if (next === 'optional') return [];
    if (NextAction === undefined) {
      const problem = `${type} leads nowhere`;
      return [error(action.Identifier, { problem, allowed: 'a block to go on with' })];
    }
    return next === 'required' ? [] : wrongCopy(action, next.copy);
  });

/** Transitions lead to blocks of the flow. */
export const danglingRule: Rule = ({ document }) => {
  const identifiers = new Set(document.Actions.map(({ Identifier }) => Identifier));
  return document.Actions.flatMap(({ Identifier, Transitions }) => {
    const { NextAction, Errors = [], Conditions = [] } = Transitions;
    const targets = [
      ...(NextAction === undefined ? [] : [NextAction]),
      ...Errors.map((each) => each.NextAction),
      ...Conditions.map((each) => each.NextAction),
    ];
    return [...new Set(targets)]
      .filter((target) => !identifiers.has(target))
      .map((target) =>
        error(Identifier, {
          problem: `leads to "${target}", which is no block`,
          allowed: 'the name of a block',
        }),
      );
  });
};

const withoutTransitions = (
  { Identifier, Transitions }: FlowAction,
  type: ActionType,
): readonly Problem[] => {
  const { NextAction, Errors = [], Conditions = [] } = Transitions;
  return when(NextAction !== undefined || Errors.length > 0 || Conditions.length > 0, () =>
    error(Identifier, { problem: `${type} does not support transitions`, allowed: 'none: it ends the flow' }),
  );
};

function wrongCopy({ Identifier, Transitions }: FlowAction, copied: string): readonly Problem[] {
  const { NextAction, Errors = [], Conditions = [] } = Transitions;
  const branch =
    Errors.find(({ ErrorType }) => ErrorType === copied) ??
    Conditions.find(({ Condition }) => Condition.Operands[0] === copied);
  return when(branch !== undefined && branch.NextAction !== NextAction, () =>
    warning(Identifier, {
      problem: `NextAction "${String(NextAction)}" is never taken`,
      allowed: `the target of ${copied}`,
    }),
  );
}

const ruleOf = (action: FlowAction, type: ActionType): BranchRule =>
  branchRuleOf(type, action.Parameters ?? {});
