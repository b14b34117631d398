import type { FindCall, KeepAlive } from '@atlas-engine/call-lifecycle';
import type { ContactId } from '@atlas-engine/domain';
import type { FollowContact, FollowedContact } from './follow-contact.ts';

export interface TrackContactPorts {
  readonly findCall: FindCall;
  readonly follow: FollowContact;
  readonly keepAlive: KeepAlive;
}

export type ContactProgress = FollowedContact | 'NOT_OURS' | 'ALREADY_FINISHED';

/** Events that may mean that a contact is over. What they say beyond that is a hint; `DescribeContact` is the truth. */
const endings = ['DISCONNECTED', 'COMPLETED'];

/** A contact event: a sign of life, or the reason to ask what became of the call. */
export function createTrackContact({ findCall, follow, keepAlive }: TrackContactPorts) {
  return async (event: {
    readonly contactId: ContactId;
    readonly eventType: string;
  }): Promise<ContactProgress> => {
    const call = await findCall(event.contactId);
    if (call === undefined) return 'NOT_OURS';
    if (call.status === 'FINISHED') return 'ALREADY_FINISHED';
    if (endings.includes(event.eventType)) return await follow(call, event.contactId);
    await keepAlive({ requestId: call.requestId, sequence: call.sequence });
    return 'UNDER_WAY';
  };
}
