import type { InteractionStore } from '../interaction-store.ts';
import type { ItemStorage } from '../storage/item-storage.ts';
import { storedCalls } from './calls.ts';
import type { Pause } from './commit.ts';
import { createStoreContext } from './commit.ts';
import { storedConversations } from './conversations.ts';
import { storedDialling } from './dialling.ts';
import { storedHandOffs } from './hand-offs.ts';
import { storedRequests } from './requests.ts';
import { storedTaskTokens } from './task-tokens.ts';
import { storedTexts } from './texts.ts';
import { storedTimeline } from './timeline.ts';
import { storedWrapUps } from './wrap-ups.ts';

/** The interaction store over any storage of items: the rules are the same, whatever holds the items. */
export function createInteractionStore(storage: ItemStorage, pause?: Pause): InteractionStore {
  const context = createStoreContext(storage, pause);
  return {
    ...storedRequests(context),
    ...storedCalls(context),
    ...storedDialling(context),
    ...storedConversations(context),
    ...storedTimeline(context),
    ...storedTaskTokens(context),
    ...storedTexts(context),
    ...storedHandOffs(context),
    ...storedWrapUps(context),
  };
}
