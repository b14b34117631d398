import { type ActionType, actionTypes, type ParametersOf } from '../catalogue/index.ts';
import type { Block } from './block.ts';
import type { BranchesOf, TerminalAction } from './branches.ts';

/** Makes a block of one action, from its parameters as Amazon Connect stores them and its branches. */
export type BlockFactory<A extends ActionType> = A extends TerminalAction
  ? (parameters?: ParametersOf<A>) => Block<never, A>
  : <const T extends string = never>(parameters: ParametersOf<A>, branches: BranchesOf<A, T>) => Block<T, A>;

const uncapitalized = <const T extends string>(text: T) =>
  (text.slice(0, 1).toLowerCase() + text.slice(1)) as Uncapitalize<T>;

/**
 * One function for each action of the Flow language.
 *
 * @example
 * actions.loop({ LoopCount: '3' }, {
 *   conditions: [equals('ContinueLooping', 'Ask again'), equals('DoneLooping', 'Give up')],
 * });
 */
export const actions = Object.fromEntries(
  actionTypes.map((type) => [
    uncapitalized(type),
    (parameters: Record<string, unknown> = {}, branches: Partial<Block> = {}) => ({
      type,
      parameters,
      ...branches,
    }),
  ]),
) as unknown as { readonly [A in ActionType as Uncapitalize<A>]: BlockFactory<A> };

/** The name of the function that makes blocks of an action. */
export const factoryNameOf = (type: ActionType): Uncapitalize<ActionType> => uncapitalized(type);
