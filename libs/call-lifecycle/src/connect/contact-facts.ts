import type { Contact } from '@aws-sdk/client-connect';
import type { ContactFacts } from '@atlas-engine/domain';

/** A contact as DescribeContact gives it; an absent time is absent. */
export const contactFactsOf = (contact: Contact): ContactFacts => ({
  connectedToSystemAt: contact.ConnectedToSystemTimestamp?.getTime(),
  connectedToAgentAt: contact.AgentInfo?.ConnectedToAgentTimestamp?.getTime(),
  disconnectedAt: contact.DisconnectTimestamp?.getTime(),
  disconnectReason: contact.DisconnectReason,
  answeringMachineDetectionStatus: contact.AnsweringMachineDetectionStatus,
});
