import { type FlowContact, newContact } from '@atlas-engine/flow-interpreter';
import { instanceArn } from '../contact-events.ts';
import type { ContactState } from '../contact.ts';
import type { Stage } from './stage.ts';

const endpoint = (address: string | undefined) =>
  address === undefined ? undefined : ({ address, type: 'TELEPHONE_NUMBER' } as const);

/** A contact as its first flow sees it. */
export const flowContactOf = (contact: ContactState, { region, accountId, world }: Stage): FlowContact =>
  newContact({
    id: contact.id,
    instanceArn: instanceArn(region, accountId, contact.instanceId),
    region,
    channel: contact.channel,
    initiationMethod: contact.initiationMethod,
    attributes: contact.attributes,
    customerEndpoint: endpoint(contact.destination),
    systemEndpoint: endpoint(contact.source),
    name: contact.name,
    queue: contact.queueId === undefined ? undefined : world.queue(contact.queueId),
    // Call progress is analysed for campaign traffic only.
    callStatus: contact.campaign
      ? contact.pickup === 'MACHINE'
        ? 'VoicemailBeep'
        : 'CallAnswered'
      : undefined,
  });
