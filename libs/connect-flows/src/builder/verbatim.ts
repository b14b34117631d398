import type { ActionType } from '../catalogue/index.ts';
import type { Block, Spelling } from './block.ts';

/**
 * A block that the types of its action do not allow, as an export had it. The validator says what is wrong with it;
 * replace it by the action's own function when that is mended.
 */
export const verbatim = <const T extends string>(
  block: Omit<Block<T>, 'type'> & { readonly type: ActionType },
): Block<T, never> => block as Block<T, never>;

/** A block that spells what is empty as an export did. */
export const spelled = <T extends string, A extends ActionType>(
  spelling: Spelling,
  block: Block<T, A>,
): Block<T, A> => ({ ...block, spelling });
