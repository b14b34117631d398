import {
  actionTypes,
  type ActionType,
  isActionType,
  mistakenTypes,
  parameterProblems,
  specOf,
} from '../catalogue/index.ts';
import type { FlowAction } from '../language/flow-language.ts';
import { error, type Problem, warning } from './finding.ts';
import type { Rule } from './rule.ts';

/** The types of actions exist. */
export const typeRule: Rule = ({ document }) =>
  document.Actions.flatMap(({ Identifier, Type }): readonly Problem[] => {
    if (!isActionType(Type)) {
      const meant = mistakenTypes[Type];
      return [
        error(Identifier, {
          problem: `there is no action ${Type}`,
          allowed: meant === undefined ? actionTypes.join(', ') : `${meant}, which is most likely meant`,
        }),
      ];
    }
    if (specOf(Type).opaque !== true) return [];
    const problem = `the parameters of ${Type} are not documented and not checked`;
    return [warning(Identifier, { problem, allowed: 'actions whose parameters are known' })];
  });

/** Actions stand only in flows of types where they are legal. */
export const legalityRule: Rule = ({ document, type }) =>
  known(document.Actions).flatMap(([{ Identifier }, action]): readonly Problem[] => {
    const { flowTypes, disputed = [] } = specOf(action);
    const allowed = flowTypes.filter((each) => !disputed.includes(each)).join(', ');
    if (!flowTypes.includes(type))
      return [error(Identifier, { problem: `${action} is not legal in a flow of type ${type}`, allowed })];
    if (!disputed.includes(type)) return [];
    const problem = `the designer and the API disagree whether ${action} is legal in a flow of type ${type}`;
    return [warning(Identifier, { problem, allowed })];
  });

/** Parameters are what the action takes. */
export const parameterRule: Rule = ({ document }) =>
  known(document.Actions).flatMap(([{ Identifier, Parameters = {} }, type]) =>
    parameterProblems(type, Parameters).map((problem) =>
      error(Identifier, { problem: `${type} ${problem}`, allowed: parametersOf(type) }),
    ),
  );

/** Actions whose type exists, with that type. */
export const known = (actions: readonly FlowAction[]): readonly (readonly [FlowAction, ActionType])[] =>
  actions.flatMap((action) => (isActionType(action.Type) ? [[action, action.Type] as const] : []));

function parametersOf(type: ActionType): string {
  const { parameters } = specOf(type);
  const shape: unknown = 'shape' in parameters ? parameters.shape : {};
  const names = Object.keys(shape as Record<string, unknown>);
  return names.length === 0 ? 'no parameters' : `the parameters ${names.join(', ')}`;
}
