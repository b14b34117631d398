import type { ContactState } from '../contact.ts';
import type { AgentStatusSpec } from './staff.ts';

/** A queue as the control panel names it. */
export interface WireQueue {
  readonly name: string | null;
  readonly queueARN: string;
  readonly queueId: string;
}

/** What of its instance an agent's panel shows. */
export interface AgentPlace {
  /** Epoch milliseconds. */
  readonly now: number;
  /** ARN of the instance. */
  readonly arn: string;
  readonly userName: string;
  readonly autoAccepts: boolean;
  status(id: string): AgentStatusSpec;
  queue(id: string): WireQueue;
  contact(id: string): ContactState | undefined;
  /** What chatjs shows the participant service for the agent's own leg of a chat; empty once the chat is over. */
  chatAuthentication(contactId: string): string;
}
