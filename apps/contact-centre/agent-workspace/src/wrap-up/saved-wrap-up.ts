import type { WrapUpRecord } from '@atlas-engine/interaction-store';
import type { SavedWrapUp } from '@atlas-engine/web-contracts';

/** A wrap-up as the agent gets it back. */
export const savedWrapUpOf = (wrapUp: WrapUpRecord): SavedWrapUp => ({
  disposition: wrapUp.disposition,
  notes: wrapUp.notes,
  followUpAt: wrapUp.followUpAt,
  doNotCall: wrapUp.doNotCall,
  revision: wrapUp.revision,
  savedAt: wrapUp.savedAt,
  savedBy: wrapUp.agent.userName,
});
