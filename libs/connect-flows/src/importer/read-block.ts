import type { Block, Condition, Spelling } from '../builder/block.ts';
import { isOperator } from '../builder/conditions.ts';
import { repeatedNext } from '../builder/to-actions.ts';
import {
  type ActionType,
  errorTypes,
  type ErrorType,
  isActionType,
  mistakenTypes,
} from '../catalogue/index.ts';
import { given } from '../language/given.ts';
import { FlowImportError } from './flow-import-error.ts';
import type { ReadAction } from './flow-schema.ts';

/**
 * An action as a block.
 *
 * @throws FlowImportError naming an action, error branch or comparison that the Flow language does not have
 */
export function readBlock(action: ReadAction): Block {
  const type = typeOf(action);
  const { NextAction, Errors = [], Conditions = [] } = action.Transitions;
  const content = {
    type,
    parameters: action.Parameters ?? {},
    ...given({
      errors: Errors.length === 0 ? undefined : errorsOf(action, Errors),
      conditions: Conditions.length === 0 ? undefined : conditionsOf(action, Conditions),
    }),
  };
  const repeated = repeatedNext(content);
  return {
    ...content,
    ...given({
      next: NextAction === repeated ? undefined : NextAction,
      spelling: spellingOf(action, repeated),
    }),
  };
}

function typeOf({ Identifier, Type }: ReadAction): ActionType {
  if (isActionType(Type)) return Type;
  const meant = mistakenTypes[Type];
  throw new FlowImportError(
    `Block "${Identifier}" is of type ${Type}, which the Flow language does not have`,
    meant === undefined
      ? 'If Amazon Connect accepts it, add it to the catalogue of connect-flows first'
      : `Replace it by ${meant}, which is most likely meant`,
  );
}

function errorsOf(
  { Identifier }: ReadAction,
  errors: readonly { readonly ErrorType: string; readonly NextAction: string }[],
): Readonly<Partial<Record<ErrorType, string>>> {
  const names = errors.map(({ ErrorType }) => ErrorType);
  const unknown = names.find((name, index) => !isErrorType(name) || names.indexOf(name) !== index);
  if (unknown !== undefined)
    throw new FlowImportError(
      `Block "${Identifier}" has the error branch ${unknown} twice, or the Flow language does not have it`,
      `Keep one branch for each of ${errorTypes.join(', ')}`,
    );
  return Object.fromEntries(errors.map(({ ErrorType, NextAction }) => [ErrorType, NextAction]));
}

const conditionsOf = (
  { Identifier }: ReadAction,
  conditions: NonNullable<ReadAction['Transitions']['Conditions']>,
): readonly Condition<string>[] =>
  conditions.map(({ NextAction, Condition: { Operator, Operands } }) => {
    if (isOperator(Operator)) return { operator: Operator, operand: Operands[0], next: NextAction };
    throw new FlowImportError(
      `Block "${Identifier}" compares by ${Operator}, which the Flow language does not have`,
      'Use one of the comparisons of the Compare block',
    );
  });

/** How the export writes what is empty, and what it leaves out. */
function spellingOf(
  { Parameters, Transitions }: ReadAction,
  repeated: string | undefined,
): Spelling | undefined {
  const { NextAction, Errors, Conditions } = Transitions;
  const facts = {
    noParameters: Parameters === undefined,
    emptyErrors: Errors?.length === 0,
    emptyConditions: Conditions?.length === 0,
    noNext: repeated !== undefined && NextAction === undefined,
  };
  const holding = Object.entries(facts).filter(([, holds]) => holds);
  return holding.length === 0 ? undefined : Object.fromEntries(holding);
}

const isErrorType = (name: string): name is ErrorType => errorTypes.some((each) => each === name);
