import type { Calls } from './ports/calls.ts';
import type { Conversations } from './ports/conversations.ts';
import type { Dialling } from './ports/dialling.ts';
import type { HandOffs } from './ports/hand-offs.ts';
import type { Requests } from './ports/requests.ts';
import type { TaskTokens } from './ports/task-tokens.ts';
import type { Texts } from './ports/texts.ts';
import type { Timeline } from './ports/timeline.ts';
import type { WrapUps } from './ports/wrap-ups.ts';

/**
 * All that Atlas remembers. Every method may be repeated: effects are conditional writes, and what was decided
 * first stays. A use case names the methods it needs by `Pick<InteractionStore, …>`.
 *
 * Every method throws StoredItemError for an item that cannot be read, and StoreContentionError (retryable) when
 * others kept changing the same item.
 */
export interface InteractionStore
  extends Requests, Calls, Dialling, Conversations, Timeline, TaskTokens, Texts, WrapUps, HandOffs {}
