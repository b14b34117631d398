import { dispositions, type Disposition } from './dispositions.ts';

/** What an agent has written about a contact and has not sent yet, or not all of it. */
export interface Draft {
  readonly contactId: string;
  /** For the list of unfinished wrap-ups: channel and time, nothing of the person. */
  readonly label: string;
  readonly disposition?: Disposition;
  readonly notes: string;
  /** As an `input type=datetime-local` has it: local time without an offset. */
  readonly followUpAt: string;
  readonly doNotCall: boolean;
  /** The revision that the server had when the agent began, 0 for none. */
  readonly revision: number;
  /** Milliseconds since 1970 of the last keystroke. */
  readonly editedAt: number;
  /** The contact is closed and this is to be sent as soon as the server takes it. */
  readonly waiting: boolean;
}

export type DraftChange = Partial<Pick<Draft, 'disposition' | 'notes' | 'followUpAt' | 'doNotCall'>>;

export const emptyDraft = (contactId: string, label: string, now: number): Draft => ({
  contactId,
  label,
  notes: '',
  followUpAt: '',
  doNotCall: false,
  revision: 0,
  editedAt: now,
  waiting: false,
});

/** What is wrong with a draft, by the field; undefined when it can be saved. */
export function problemOf(
  draft: Draft,
  now: number,
): { readonly field: keyof Draft; readonly message: string } | undefined {
  if (draft.disposition === undefined)
    return { field: 'disposition', message: 'Choose how the contact ended.' };
  if (draft.followUpAt === '') return undefined;
  const at = Date.parse(draft.followUpAt);
  if (Number.isNaN(at)) return { field: 'followUpAt', message: 'Write date and time of the follow-up.' };
  return at <= now ? { field: 'followUpAt', message: 'Choose a time that lies ahead.' } : undefined;
}

const isDraft = (value: unknown): value is Draft => {
  const draft = value as Partial<Draft> | null;
  return (
    typeof draft?.contactId === 'string' &&
    typeof draft.notes === 'string' &&
    typeof draft.followUpAt === 'string' &&
    typeof draft.revision === 'number' &&
    (draft.disposition === undefined || dispositions.includes(draft.disposition))
  );
};

/** A draft as it was stored; undefined for anything else that lies there. */
export function readDraft(text: string | null): Draft | undefined {
  if (text === null) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isDraft(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
