import { branchRuleOf, type ConditionRule } from '../catalogue/index.ts';
import type { FlowAction, FlowCondition } from '../language/flow-language.ts';
import { known } from './action-rules.ts';
import { error, type Problem } from './finding.ts';
import { listed, repeated, type Rule, when } from './rule.ts';

/** Condition branches: of kinds that the action has, each with one operand. */
export const conditionRule: Rule = ({ document }) =>
  known(document.Actions).flatMap(([action, type]) => {
    const { next, conditions: rule } = branchRuleOf(type, action.Parameters ?? {});
    const conditions = action.Transitions.Conditions ?? [];
    if (next === 'none') return [];
    if (rule === undefined) {
      const problem = `${type} does not support conditions`;
      return when(conditions.length > 0, () =>
        error(action.Identifier, { problem, allowed: 'no conditions' }),
      );
    }
    return [
      ...conditions.flatMap((condition) => wrongCondition(action, condition, rule)),
      ...missing(action, rule),
      ...repeated(conditions.map(({ Condition }) => JSON.stringify(Condition))).map((each) =>
        error(action.Identifier, { problem: `has the condition ${each} twice`, allowed: 'each once' }),
      ),
    ];
  });

/** The shares of a distribution rise from 2 to 100. */
export const distributionRule: Rule = ({ document }) =>
  document.Actions.filter(({ Type }) => Type === 'DistributeByPercentage').flatMap((action) => {
    const limits = (action.Transitions.Conditions ?? []).map(({ Condition }) =>
      Number(Condition.Operands[0]),
    );
    const rising = limits.every((limit, index) => limit > (limits[index - 1] ?? 1) && limit <= 101);
    const problem = `thresholds are ${listed(limits.map(String))}`;
    return when(limits.length === 0 || !rising, () =>
      error(action.Identifier, {
        problem,
        allowed: 'rising whole numbers from 2 to 101, each 1 more than the shares up to there',
      }),
    );
  });

/** A wait branches on each event that it waits for. */
export const waitRule: Rule = ({ document }) =>
  document.Actions.filter(({ Type }) => Type === 'Wait').flatMap((action) => {
    const events = action.Parameters?.['Events'];
    const expected = ['WaitCompleted', ...(Array.isArray(events) ? events.map(String) : [])];
    const branches = operandsOf(action);
    const errors = (action.Transitions.Errors ?? []).map(({ ErrorType }) => ErrorType);
    const allowed = `the conditions ${expected.join(', ')}`;
    return [
      ...when([...expected].sort().join() !== [...branches].sort().join(), () =>
        error(action.Identifier, { problem: `branches on ${listed(branches)}`, allowed }),
      ),
      ...when(
        expected.includes('BotParticipantDisconnected') && !errors.includes('ParticipantNotFound'),
        () =>
          error(action.Identifier, {
            problem: 'waits for BotParticipantDisconnected without the error branch ParticipantNotFound',
            allowed: 'both together',
          }),
      ),
    ];
  });

function wrongCondition(
  { Identifier }: FlowAction,
  { Condition: { Operator, Operands } }: FlowCondition,
  { operators, operands }: ConditionRule,
): readonly Problem[] {
  const [operand] = Operands;
  if (operand === undefined || Operands.length !== 1 || typeof operand !== 'string') {
    const problem = `a condition has ${String(Operands.length)} operands or a nested one`;
    return [error(Identifier, { problem, allowed: 'one text' })];
  }
  return [
    ...when(!operators.some((each) => each === Operator), () =>
      error(Identifier, {
        problem: `compares by ${Operator}`,
        allowed: listed(operators),
      }),
    ),
    ...when(operands !== 'any' && !operands.includes(operand), () =>
      error(Identifier, {
        problem: `branches on ${operand}`,
        allowed: operands === 'any' ? 'any text' : listed(operands),
      }),
    ),
    ...when(Operator.startsWith('Number') && !/^(?:-?\d+(?:\.\d+)?|\$\..+)$/.test(operand), () =>
      error(Identifier, { problem: `compares a number with "${operand}"`, allowed: 'a number as text' }),
    ),
  ];
}

const missing = (action: FlowAction, { required = [] }: ConditionRule): readonly Problem[] => {
  const operands = operandsOf(action);
  return required
    .filter((each) => !operands.includes(each))
    .map((each) =>
      error(action.Identifier, {
        problem: `needs a branch for ${each}`,
        allowed: `branches for ${required.join(', ')}`,
      }),
    );
};

const operandsOf = ({ Transitions }: FlowAction): readonly string[] =>
  (Transitions.Conditions ?? []).map(({ Condition }) => Condition.Operands[0] ?? '');
