import { AwsError } from '@atlas-engine/aws-wire';
import { contactArn, instanceArn } from './contact-events.ts';
import type { ContactState } from './contact.ts';

const at = (instant: number | undefined): Date | undefined =>
  instant === undefined ? undefined : new Date(instant);

/** A contact as `DescribeContact` gives it; there is no state member: an ended contact has a DisconnectTimestamp. */
export function describeContact(
  contact: ContactState,
  place: { readonly region: string; readonly accountId: string },
) {
  return {
    Arn: contactArn(instanceArn(place.region, place.accountId, contact.instanceId), contact.id),
    Id: contact.id,
    InitiationMethod: 'API',
    Channel: 'VOICE',
    InitiationTimestamp: at(contact.initiatedAt),
    ConnectedToSystemTimestamp: at(contact.connectedAt),
    DisconnectTimestamp: at(contact.disconnectedAt),
    LastUpdateTimestamp: at(contact.updatedAt),
    CustomerEndpoint: { Type: 'TELEPHONE_NUMBER', Address: contact.destination },
    SystemEndpoint:
      contact.source === undefined ? undefined : { Type: 'TELEPHONE_NUMBER', Address: contact.source },
    QueueInfo: contact.queueId === undefined ? undefined : { Id: contact.queueId },
    DisconnectReason: contact.disconnectReason,
    AnsweringMachineDetectionStatus:
      contact.connectedAt === undefined && contact.disconnectedAt === undefined
        ? undefined
        : contact.amdStatus,
    Recordings:
      contact.recordingLocation === undefined
        ? undefined
        : [
            {
              StorageType: 'S3',
              Location: contact.recordingLocation,
              MediaStreamType: 'AUDIO',
              ParticipantType: 'ALL',
              Status: 'AVAILABLE',
            },
          ],
  };
}

export const contactNotFound = (contactId: string): AwsError =>
  new AwsError('ResourceNotFoundException', `Contact ${contactId} does not exist`, { status: 404 });
