import type { Connect } from '@atlas-engine/connect-double';

/** One block that a contact left, and how. */
export interface TracedBlock {
  /** ISO 8601, simulated. */
  readonly at: string;
  /** The flow's name in the instance; its id when it is not there any more. */
  readonly flow: string;
  readonly block: string;
  readonly type: string;
  readonly branch: string;
}

/** What a contact did in its flows. */
export interface ContactTrace {
  readonly contactId: string;
  readonly channel: string;
  readonly blocks: readonly TracedBlock[];
}

/** The way of a contact through its flows, block by block; undefined when there is no such contact. */
export function contactTrace(
  connect: Pick<Connect, 'contacts' | 'findFlow'>,
  contactId: string,
): ContactTrace | undefined {
  const contact = connect.contacts().find(({ id }) => id === contactId);
  if (contact === undefined) return undefined;
  const nameOf = (flowId: string): string => connect.findFlow(contact.instanceId, flowId)?.name ?? flowId;
  const blocks = (contact.flow?.run.trace ?? []).map(({ at, flowId, block, type, branch }) => ({
    at: new Date(at).toISOString(),
    flow: nameOf(flowId),
    block,
    type,
    branch,
  }));
  return { contactId, channel: contact.channel, blocks };
}
