import type { ContactState } from './contact.ts';

/** An event as EventBridge carries it, before the envelope's id and time. */
export interface ContactEvent {
  readonly source: 'aws.connect';
  readonly detailType: 'Amazon Connect Contact Event';
  readonly time: number;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

export const instanceArn = (region: string, accountId: string, instanceId: string): string =>
  `arn:aws:connect:${region}:${accountId}:instance/${instanceId}`;

export const contactArn = (instance: string, contactId: string): string => `${instance}/contact/${contactId}`;

const iso = (at: number): string => new Date(at).toISOString();

export function contactEventOf(
  contact: ContactState,
  type: { readonly eventType: string; readonly at: number; readonly instanceArn: string },
): ContactEvent {
  return {
    source: 'aws.connect',
    detailType: 'Amazon Connect Contact Event',
    time: type.at,
    resources: [type.instanceArn, contactArn(type.instanceArn, contact.id)],
    detail: {
      eventType: type.eventType,
      contactId: contact.id,
      channel: 'VOICE',
      instanceArn: type.instanceArn,
      initiationMethod: 'API',
      initiationTimestamp: iso(contact.initiatedAt),
      ...(contact.connectedAt === undefined ? {} : { connectedToSystemTimestamp: iso(contact.connectedAt) }),
      ...(contact.disconnectedAt === undefined ? {} : { disconnectTimestamp: iso(contact.disconnectedAt) }),
      ...(contact.amdStatus === undefined ? {} : { answeringMachineDetectionStatus: contact.amdStatus }),
      tags: { 'aws:connect:instanceId': contact.instanceId },
    },
  };
}
