import type { Instant } from '@atlas-engine/domain';
import type { AgentIdentity } from '@atlas-engine/interaction-store';

/** What Amazon Connect knows of a contact. */
export interface KnownContact {
  /** `VOICE`, `CHAT`, `TASK`, `EMAIL`. */
  readonly channel: string;
  /** Who accepted it; nobody yet while it is offered. */
  readonly agentId: string | undefined;
  /** The contact with which the conversation began: that one has the attributes. */
  readonly initialContactId: string;
  /** As Connect gives it; of voice contacts. */
  readonly customerNumber: string | undefined;
}

/** An agent's figures of a span of time. */
export interface AgentFigures {
  readonly contacts: number;
  readonly talkSeconds: number;
  readonly wrapUpSeconds: number;
  readonly missed: number;
}

/** The contact centre. Every method throws ContactCentreError, retryable when asking again may help. */
export interface ContactCentre {
  readonly describeContact: (contactId: string) => Promise<KnownContact | undefined>;
  /** None when the contact is unknown. */
  readonly attributesOf: (initialContactId: string) => Promise<Readonly<Record<string, string>>>;
  readonly describeAgent: (agentId: string) => Promise<AgentIdentity | undefined>;
  readonly findAgent: (userName: string) => Promise<AgentIdentity | undefined>;
  /** As far as Connect has reckoned it: a contact counts some time after its wrap-up. */
  readonly figuresOf: (
    agentId: string,
    span: { readonly from: Instant; readonly to: Instant },
  ) => Promise<AgentFigures>;
}
