import { AwsError } from '@atlas-engine/aws-wire';
import { contactArn, instanceArn } from './contact-events.ts';
import type { ContactAgent, ContactState } from './contact.ts';

const at = (instant: number | undefined): Date | undefined =>
  instant === undefined ? undefined : new Date(instant);

const endpoint = (address: string | undefined) =>
  address === undefined ? undefined : { Type: 'TELEPHONE_NUMBER', Address: address };

/** Who accepted the contact. */
function agentInfo({ agent, disconnectedAt }: ContactState) {
  if (agent === undefined || (agent.acceptedAt ?? agent.connectedAt) === undefined) return undefined;
  return {
    Id: agent.id,
    AcceptedByAgentTimestamp: at(agent.acceptedAt),
    ConnectedToAgentTimestamp: at(agent.connectedAt),
    ...(agent.connectedAt === undefined ? {} : afterContactWork(agent, agent.leftAt ?? disconnectedAt)),
  };
}

/** It begins when the talk is over, and ends when the agent clears the contact. */
function afterContactWork({ clearedAt }: ContactAgent, from: number | undefined) {
  if (from === undefined) return {};
  return {
    AfterContactWorkStartTimestamp: at(from),
    AfterContactWorkEndTimestamp: at(clearedAt),
    AfterContactWorkDuration:
      clearedAt === undefined ? undefined : Math.max(0, Math.floor((clearedAt - from) / 1000)),
  };
}

/** A contact as `DescribeContact` gives it; there is no state member: an ended contact has a DisconnectTimestamp. */
export function describeContact(
  contact: ContactState,
  place: { readonly region: string; readonly accountId: string },
) {
  return {
    Arn: contactArn(instanceArn(place.region, place.accountId, contact.instanceId), contact.id),
    Id: contact.id,
    InitiationMethod: contact.initiationMethod,
    Channel: contact.channel,
    InitialContactId: contact.initialContactId,
    PreviousContactId: contact.previousContactId,
    RelatedContactId: contact.relatedContactId,
    Name: contact.name,
    InitiationTimestamp: at(contact.initiatedAt),
    ConnectedToSystemTimestamp: at(contact.connectedAt),
    DisconnectTimestamp: at(contact.disconnectedAt),
    LastUpdateTimestamp: at(contact.updatedAt),
    CustomerEndpoint: endpoint(contact.destination),
    SystemEndpoint: endpoint(contact.source),
    QueueInfo:
      contact.queueId === undefined
        ? undefined
        : { Id: contact.queueId, EnqueueTimestamp: at(contact.enqueuedAt) },
    AgentInfo: agentInfo(contact),
    DisconnectReason: contact.disconnectReason,
    AnsweringMachineDetectionStatus:
      contact.connectedAt === undefined && contact.disconnectedAt === undefined
        ? undefined
        : contact.amdStatus,
    Recordings: recordingsOf(contact),
  };
}

const stored = (location: string, MediaStreamType: 'AUDIO' | 'CHAT') => ({
  StorageType: 'S3',
  Location: location,
  MediaStreamType,
  ParticipantType: 'ALL',
  Status: 'AVAILABLE',
});

function recordingsOf({ recordings, transcript }: ContactState) {
  const all = [
    ...recordings.map(({ location }) => stored(location, 'AUDIO')),
    ...(transcript === undefined ? [] : [stored(transcript, 'CHAT')]),
  ];
  return all.length === 0 ? undefined : all;
}

export const contactNotFound = (contactId: string): AwsError =>
  new AwsError('ResourceNotFoundException', `Contact ${contactId} does not exist`, { status: 404 });
