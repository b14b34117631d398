import { branchRuleOf } from '../catalogue/index.ts';
import type { FlowAction, FlowCondition, FlowError, FlowTransitions } from '../language/flow-language.ts';
import type { Block } from './block.ts';
import type { Flow } from './flow.ts';

/** The blocks of a flow as actions, in their order. */
export const toActions = ({ blocks, document }: Pick<Flow, 'blocks' | 'document'>): readonly FlowAction[] =>
  (document?.order ?? Object.keys(blocks)).flatMap((name) => {
    const block = blocks[name];
    return block === undefined ? [] : [toAction(name, block)];
  });

/** A block as Amazon Connect stores it. */
const toAction = (name: string, block: Block): FlowAction => ({
  Identifier: name,
  Type: block.type,
  ...(block.spelling?.noParameters === true ? {} : { Parameters: block.parameters }),
  Transitions: transitionsOf(block),
});

function transitionsOf(block: Block): FlowTransitions {
  const { emptyErrors, emptyConditions, noNext } = block.spelling ?? {};
  const next = noNext === true ? undefined : (block.next ?? repeatedNext(block));
  const errors = errorsOf(block);
  const conditions = conditionsOf(block);
  return {
    ...when(next !== undefined, { NextAction: next }),
    ...when(errors.length > 0 || emptyErrors === true, { Errors: errors }),
    ...when(conditions.length > 0 || emptyConditions === true, { Conditions: conditions }),
  } as FlowTransitions;
}

const when = <T extends object>(condition: boolean, part: T): Partial<T> => (condition ? part : {});

const errorsOf = ({ errors = {} }: Block): readonly FlowError[] =>
  Object.entries(errors).map(([ErrorType, NextAction]) => ({ NextAction, ErrorType }));

const conditionsOf = ({ conditions = [] }: Block): readonly FlowCondition[] =>
  conditions.map(({ operator, operand, next: NextAction }) => ({
    NextAction,
    Condition: { Operator: operator, Operands: [operand] },
  }));

/** The designer repeats one branch of an action that always takes a branch. */
export function repeatedNext({ type, parameters, errors, conditions }: Block): string | undefined {
  const { next } = branchRuleOf(type, parameters);
  if (typeof next === 'string') return undefined;
  const condition = conditions?.find(({ operand }) => operand === next.copy);
  const error = Object.entries(errors ?? {}).find(([errorType]) => errorType === next.copy);
  return condition?.next ?? error?.[1];
}
