import { wrapUpConflictSchema, type SavedWrapUp, type WrapUpResponse } from '@atlas-engine/web-contracts';
import { omit } from '../omit.ts';
import { createStore, type Store } from '../store.ts';
import { asWorkspaceError } from '../workspace/contact-views.ts';
import type { WorkspaceApi } from '../workspace/workspace-api.ts';
import type { WorkspaceError } from '../workspace/workspace-error.ts';
import type { DraftStorage } from './draft-storage.ts';
import { emptyDraft, problemOf, type Draft, type DraftChange } from './draft.ts';
import { afterConflict, draftOfSaved, requestOf } from './wrap-up-request.ts';

export type WrapUpProblem =
  | { readonly kind: 'invalid'; readonly field: string; readonly message: string }
  /** Somebody, maybe another tab, saved meanwhile. */
  | { readonly kind: 'conflict'; readonly stored: SavedWrapUp }
  | { readonly kind: 'failed'; readonly error: WorkspaceError };

/** One contact's wrap-up. */
export interface WrapUp {
  readonly draft: Draft;
  readonly saving: boolean;
  /** The browser keeps no draft: a reload would lose it. */
  readonly unkept: boolean;
  readonly problem?: WrapUpProblem;
  readonly saved?: WrapUpResponse;
  /** `editedAt` of the draft that the server has. */
  readonly savedDraft?: number;
}

export type WrapUps = Readonly<Record<string, WrapUp>>;

/** The wrap-ups of an agent. What was written is lost only when the server has it or the agent throws it away. */
export interface WrapUpBook {
  readonly store: Store<WrapUps>;
  /** Starts the wrap-up of a contact with what the browser or the server has of it. */
  readonly open: (contactId: string, label: string, stored?: SavedWrapUp) => void;
  readonly edit: (contactId: string, change: DraftChange) => void;
  /** @returns whether the server has it now. */
  readonly save: (contactId: string) => Promise<boolean>;
  /** Takes the agent's own words, or those that are stored. */
  readonly resolve: (contactId: string, whose: 'mine' | 'theirs') => void;
  /** Lets the contact go and sends this when the server is back. */
  readonly sendLater: (contactId: string) => void;
  /** Sends what waits. */
  readonly sendWaiting: () => Promise<void>;
  readonly discard: (contactId: string) => void;
}

interface Outside {
  readonly api: Pick<WorkspaceApi, 'saveWrapUp'>;
  readonly storage: DraftStorage;
  readonly now: () => number;
}

export function createWrapUpBook({ api, storage, now }: Outside): WrapUpBook {
  const kept = storage.all().map((draft): [string, WrapUp] => [draft.contactId, fresh(draft)]);
  const store = createStore<WrapUps>(Object.fromEntries(kept));
  const put = (contactId: string, wrapUp: WrapUp) => {
    store.set({ ...store.get(), [contactId]: wrapUp });
  };
  const change = (contactId: string, next: (wrapUp: WrapUp) => WrapUp) => {
    const wrapUp = store.get()[contactId];
    if (wrapUp !== undefined) put(contactId, next(wrapUp));
  };
  const write = (contactId: string, draft: Draft) => {
    const unkept = !storage.keep(draft);
    change(contactId, (wrapUp) => ({ ...omit(wrapUp, 'problem'), draft, unkept }));
  };
  const discard = (contactId: string) => {
    storage.forget(contactId);
    if (contactId in store.get()) store.set(omit(store.get(), contactId));
  };
  const send = async (contactId: string, sent: Draft): Promise<boolean> => {
    try {
      const saved = await api.saveWrapUp(contactId, requestOf(sent));
      change(contactId, (current) => afterSave(current, sent, saved));
    } catch (error) {
      change(contactId, (current) => ({ ...current, saving: false, problem: problemOfFailure(error) }));
      return false;
    }
    const draft = store.get()[contactId]?.draft ?? sent;
    if (draft.editedAt === sent.editedAt) storage.forget(contactId);
    // What was typed while it was being sent stays a draft, of the new revision.
    else storage.keep(draft);
    return draft.editedAt === sent.editedAt;
  };
  const save = async (contactId: string): Promise<boolean> => {
    const wrapUp = store.get()[contactId];
    if (wrapUp === undefined || wrapUp.saving) return false;
    const problem = problemOf(wrapUp.draft, now());
    if (problem !== undefined) {
      put(contactId, { ...wrapUp, problem: { kind: 'invalid', ...problem } });
      return false;
    }
    put(contactId, { ...omit(wrapUp, 'problem'), saving: true });
    return send(contactId, wrapUp.draft);
  };
  return {
    store,
    open: (contactId, label, stored) => {
      const known = store.get()[contactId];
      if (known === undefined) put(contactId, fresh(startOf(emptyDraft(contactId, label, now()), stored)));
      else if (stored !== undefined && isUntouched(known))
        put(contactId, fresh(draftOfSaved(known.draft, stored)));
    },
    edit: (contactId, changes) => {
      const draft = store.get()[contactId]?.draft;
      if (draft !== undefined)
        write(contactId, { ...draft, ...changes, editedAt: Math.max(now(), draft.editedAt + 1) });
    },
    save,
    resolve: (contactId, whose) => {
      const wrapUp = store.get()[contactId];
      if (wrapUp?.problem?.kind !== 'conflict') return;
      write(contactId, afterConflict(wrapUp.draft, wrapUp.problem.stored, whose));
    },
    sendLater: (contactId) => {
      const draft = store.get()[contactId]?.draft;
      if (draft !== undefined) write(contactId, { ...draft, waiting: true });
    },
    sendWaiting: async () => {
      for (const { draft } of Object.values(store.get())) {
        if (draft.waiting && (await save(draft.contactId))) discard(draft.contactId);
      }
    },
    discard,
  };
}

const fresh = (draft: Draft): WrapUp => ({ draft, saving: false, unkept: false });

const startOf = (draft: Draft, stored: SavedWrapUp | undefined): Draft =>
  stored === undefined ? draft : draftOfSaved(draft, stored);

const isUntouched = ({ draft, saved }: WrapUp): boolean =>
  saved === undefined &&
  draft.revision === 0 &&
  draft.notes === '' &&
  draft.disposition === undefined &&
  !draft.doNotCall;

function afterSave(current: WrapUp, sent: Draft, saved: WrapUpResponse): WrapUp {
  const draft = {
    ...current.draft,
    revision: saved.wrapUp.revision,
    waiting: current.draft.waiting && sent.waiting,
  };
  return { ...current, saving: false, saved, savedDraft: sent.editedAt, draft };
}

function problemOfFailure(failure: unknown): WrapUpProblem {
  const error = asWorkspaceError(failure);
  const conflict = wrapUpConflictSchema.safeParse(error.body);
  if (conflict.success) return { kind: 'conflict', stored: conflict.data.wrapUp };
  return error.field === undefined
    ? { kind: 'failed', error }
    : { kind: 'invalid', field: error.field, message: error.message };
}
