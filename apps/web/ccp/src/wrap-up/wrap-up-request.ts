import type { SavedWrapUp, WrapUpRequest } from '@atlas-engine/web-contracts';
import type { Draft } from './draft.ts';

/** What is sent of a draft that has no problem. */
export const requestOf = (draft: Draft): WrapUpRequest => ({
  disposition: draft.disposition ?? 'UNKNOWN',
  notes: draft.notes.trim(),
  doNotCall: draft.doNotCall,
  revision: draft.revision,
  ...(draft.followUpAt === '' ? {} : { followUpAt: new Date(draft.followUpAt).toISOString() }),
});

const two = (value: number): string => String(value).padStart(2, '0');

/** A moment as an `input type=datetime-local` has it, in the page's time zone. */
export function localTimeOf(instant: string): string {
  const at = new Date(instant);
  const date = `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** A draft that starts with what the server has. */
export const draftOfSaved = (draft: Draft, stored: SavedWrapUp): Draft => ({
  ...draft,
  disposition: stored.disposition,
  notes: stored.notes,
  doNotCall: stored.doNotCall,
  followUpAt: stored.followUpAt === undefined ? '' : localTimeOf(stored.followUpAt),
  revision: stored.revision,
});

/** The draft to go on with: either way it follows the stored revision, so that the next save is a known change of it. */
export const afterConflict = (draft: Draft, stored: SavedWrapUp, whose: 'mine' | 'theirs'): Draft =>
  whose === 'theirs' ? draftOfSaved(draft, stored) : { ...draft, revision: stored.revision };
