import type { CallRecord } from '@atlas-engine/domain';
import type { WrapUpRecord } from '@atlas-engine/interaction-store';

/** Whether a wrap-up is about a placement, or about a later contact of the same person. */
const isAbout = (wrapUp: WrapUpRecord, call: CallRecord | undefined): boolean =>
  call === undefined ||
  (wrapUp.sequence === undefined ? wrapUp.savedAt >= call.createdAt : wrapUp.sequence >= call.sequence);

/** The newest wrap-up that tells more than the summary of the reported placement. */
export const wordOfAgent = (
  wrapUps: readonly WrapUpRecord[],
  call: CallRecord | undefined,
): WrapUpRecord | undefined => wrapUps.findLast((wrapUp) => isAbout(wrapUp, call));

/** What an agent noted, with their name and when: a paragraph of the call log. */
export function notesOf({ agent, notes, savedAt, disposition, sequence }: WrapUpRecord): string {
  const call = sequence === undefined ? '' : `, call ${String(sequence)}`;
  const head = `${agent.name} (${agent.userName})${call}, ${savedAt}: ${disposition}`;
  return notes === '' ? head : `${head}. ${notes}`;
}
