import type { ContactId, Disposition, Instant, PhoneNumber, RequestId } from '@atlas-engine/domain';
import type { WrapUpRecord } from '../records.ts';

/** The agent who says or sees something. */
export interface AgentIdentity {
  /** Amazon Connect's id of the user. */
  readonly id: string;
  readonly userName: string;
  /** As colleagues read it, e.g. in the CRM. */
  readonly name: string;
}

/** What an agent says of a contact that is over. */
export interface WrapUpNews {
  readonly contactId: ContactId;
  /** Whose contact it is, where that is known; `sequence` of the call that the contact is. */
  readonly request?: { readonly requestId: RequestId; readonly sequence?: number | undefined } | undefined;
  readonly content: {
    readonly disposition: Disposition;
    readonly notes: string;
    readonly followUpAt?: Instant | undefined;
    readonly doNotCall: boolean;
  };
  /** The number to put on the do-not-call list when `doNotCall` says so. */
  readonly phone?: PhoneNumber | undefined;
  readonly agent: AgentIdentity;
  /** What the agent has seen; 0 when nothing was saved. */
  readonly revision: number;
  readonly at: Instant;
}

/** `SAME`: that was saved before. `CONFLICT`: another revision is stored, or none. */
export type WrapUpAnswer =
  | { readonly kind: 'SAVED' | 'SAME'; readonly wrapUp: WrapUpRecord }
  | { readonly kind: 'CONFLICT'; readonly wrapUp: WrapUpRecord | undefined };

/** What agents say of contacts, and what they were shown. */
export interface WrapUps {
  /**
   * Wrap-up, version of the request, do-not-call entry and audit event in one transaction. The same content again
   * changes nothing, whatever its revision.
   * @throws RecordNotFoundError when `request` was never received
   */
  readonly saveWrapUp: (news: WrapUpNews) => Promise<WrapUpAnswer>;
  /** Strongly consistent. */
  readonly getWrapUp: (contactId: ContactId) => Promise<WrapUpRecord | undefined>;
  /** Of all contacts of a request, in order of their last change. Strongly consistent. */
  readonly listWrapUps: (requestId: RequestId) => Promise<readonly WrapUpRecord[]>;
  /** The CRM has this revision; a newer one is still on its way. */
  readonly markWrapUpInCrm: (
    wrapUp: { readonly contactId: ContactId; readonly revision: number },
    at: Instant,
  ) => Promise<void>;
  /** What an agent has promised for a moment before `before`, latest first. Eventually consistent. */
  readonly listFollowUps: (question: {
    readonly userName: string;
    readonly before: Instant;
    readonly limit: number;
  }) => Promise<readonly WrapUpRecord[]>;
  /** Who saw a number, when, for which contact: written before it is shown. `id` tells two looks apart. */
  readonly recordReveal: (reveal: {
    readonly contactId: ContactId;
    readonly requestId?: RequestId | undefined;
    readonly agent: AgentIdentity;
    readonly id: string;
    readonly at: Instant;
  }) => Promise<void>;
}
