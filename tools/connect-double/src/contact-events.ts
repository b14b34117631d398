import type { ContactState } from './contact.ts';

/** An event as EventBridge carries it, before the envelope's id and time. */
export interface ContactEvent {
  readonly source: 'aws.connect';
  readonly detailType: 'Amazon Connect Contact Event';
  readonly time: number;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

export const contactEventTypes = [
  'INITIATED',
  'CONNECTED_TO_SYSTEM',
  'QUEUED',
  'CONNECTED_TO_AGENT',
  'DISCONNECTED',
  'COMPLETED',
] as const;
export type ContactEventType = (typeof contactEventTypes)[number];

export const instanceArn = (region: string, accountId: string, instanceId: string): string =>
  `arn:aws:connect:${region}:${accountId}:instance/${instanceId}`;

export const contactArn = (instance: string, contactId: string): string => `${instance}/contact/${contactId}`;

const iso = (at: number): string => new Date(at).toISOString();

/** Members that are there only when their moment has come. */
const moment = (name: string, at: number | undefined): Readonly<Record<string, string>> =>
  at === undefined ? {} : { [name]: iso(at) };

export function contactEventOf(
  contact: ContactState,
  type: { readonly eventType: ContactEventType; readonly at: number; readonly instanceArn: string },
): ContactEvent {
  const { queueId, enqueuedAt, agent } = contact;
  return {
    source: 'aws.connect',
    detailType: 'Amazon Connect Contact Event',
    time: type.at,
    resources: [type.instanceArn, contactArn(type.instanceArn, contact.id)],
    detail: {
      eventType: type.eventType,
      contactId: contact.id,
      channel: contact.channel,
      instanceArn: type.instanceArn,
      initiationMethod: contact.initiationMethod,
      ...(contact.relatedContactId === undefined ? {} : { relatedContactId: contact.relatedContactId }),
      ...moment('initiationTimestamp', contact.initiatedAt),
      ...moment('connectedToSystemTimestamp', contact.connectedAt),
      ...moment('disconnectTimestamp', contact.disconnectedAt),
      ...(enqueuedAt === undefined
        ? {}
        : {
            queueInfo: {
              queueArn: `${type.instanceArn}/queue/${queueId ?? ''}`,
              queueType: 'STANDARD',
              ...moment('enqueueTimestamp', enqueuedAt),
            },
          }),
      ...(agent?.connectedAt === undefined
        ? {}
        : {
            agentInfo: {
              agentArn: `${type.instanceArn}/agent/${agent.id}`,
              ...moment('connectedToAgentTimestamp', agent.connectedAt),
            },
          }),
      ...(contact.amdStatus === undefined ? {} : { answeringMachineDetectionStatus: contact.amdStatus }),
      tags: { 'aws:connect:instanceId': contact.instanceId },
    },
  };
}
