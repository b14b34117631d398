import type * as z from 'zod';
import type { ActionSpec, ErrorType } from './action-spec.ts';
import { contactActions } from './contact-actions.ts';
import { flowActions } from './flow-actions.ts';
import { interactionActions } from './interaction-actions.ts';
import { mediaActions } from './media-actions.ts';
import { opaqueActions } from './opaque-actions.ts';
import { participantActions } from './participant-actions.ts';
import { routingActions } from './routing-actions.ts';

/**
 * Every action of the Flow language, version 2019-10-30: parameters, branches, and the flow types where it is legal.
 *
 * Sources: the developer guide's pages of flow actions, the administrator guide's table of blocks (June 2023), and
 * what designer exports show. Where they disagree, exports and what the service was seen to accept prevail.
 *
 * @example
 * catalogue.Loop.parameters.parse({ LoopCount: '3' });
 */
export const catalogue = {
  ...participantActions,
  ...flowActions,
  ...contactActions,
  ...mediaActions,
  ...routingActions,
  ...interactionActions,
  ...opaqueActions,
} as const satisfies Readonly<Record<string, ActionSpec>>;

/** The types of action that exist. */
export type ActionType = keyof typeof catalogue;
type Catalogue = typeof catalogue;

/** The parameters of an action, as Amazon Connect stores them. */
export type ParametersOf<A extends ActionType> = z.output<Catalogue[A]['parameters']>;

type BranchesOf<A extends ActionType> = Catalogue[A]['branches'][number];
type Listed<B, Key extends string> = B extends { readonly [K in Key]: readonly (infer E)[] } ? E : never;

/** The error branches that an action must have in every form of it. */
export type RequiredErrorOf<A extends ActionType> = {
  [E in ErrorType]: [BranchesOf<A>] extends [infer All] ? InEach<All, E> : never;
}[ErrorType];
/** `E` when each branch rule of the union requires it. */
type InEach<B, E> = [
  B extends { readonly requiredErrors: readonly (infer R)[] } ? (E extends R ? true : false) : false,
] extends [true]
  ? E
  : never;

/** The error branches that an action may have. */
export type ErrorOf<A extends ActionType> = Extract<
  Listed<BranchesOf<A>, 'requiredErrors'> | Listed<BranchesOf<A>, 'optionalErrors'>,
  ErrorType
>;

/** The actions that are legal in a flow of a type. */
export type ActionOf<Flow> = {
  [A in ActionType]: Flow extends Catalogue[A]['flowTypes'][number] ? A : never;
}[ActionType];

/** Every type of action, in the catalogue's order. */
export const actionTypes = Object.keys(catalogue) as readonly ActionType[];

/** Whether the Flow language has an action of this type. */
export const isActionType = (type: string): type is ActionType => Object.hasOwn(catalogue, type);

/** An action's entry, as data. */
export const specOf = (type: ActionType): ActionSpec => catalogue[type];
