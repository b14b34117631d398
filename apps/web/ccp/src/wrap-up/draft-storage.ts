import { readDraft, type Draft } from './draft.ts';

/** The part of `localStorage` that drafts need. */
export type DraftMedium = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface DraftStorage {
  readonly all: () => readonly Draft[];
  /** @returns whether it is kept: a browser may refuse. */
  readonly keep: (draft: Draft) => boolean;
  readonly forget: (contactId: string) => void;
}

/** Drafts in the browser, one entry per agent and contact, so that no tab writes over another's. */
export function createDraftStorage(medium: DraftMedium, agent: string): DraftStorage {
  const prefix = `atlas.wrap-up.${agent}.`;
  return {
    all: () =>
      Array.from({ length: medium.length }, (_, index) => medium.key(index))
        .filter((key) => key?.startsWith(prefix) ?? false)
        .flatMap((key) => readDraft(medium.getItem(key ?? '')) ?? []),
    keep: (draft) => {
      try {
        medium.setItem(prefix + draft.contactId, JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
    forget: (contactId) => {
      medium.removeItem(prefix + contactId);
    },
  };
}
