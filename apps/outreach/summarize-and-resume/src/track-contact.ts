import type { FindCall, KeepAlive } from '@atlas-engine/call-lifecycle';
import type { CallRecord, ContactId } from '@atlas-engine/domain';
import type { Logger } from '@atlas-engine/function-kit';
import { keyOf } from './call-age.ts';
import type { FollowContact, FollowedContact } from './follow-contact.ts';

export interface TrackContactPorts {
  readonly findCall: FindCall;
  readonly follow: FollowContact;
  readonly keepAlive: KeepAlive;
  readonly logger: Pick<Logger, 'error'>;
}

export type ContactProgress = FollowedContact | 'NOT_OURS' | 'ALREADY_FINISHED';

/** Events that may mean that a contact is over. What they say beyond that is a hint; `DescribeContact` is the truth. */
const endings = ['DISCONNECTED', 'COMPLETED'];

/** A contact event: a sign of life, or the reason to ask what became of the call. */
export function createTrackContact({ findCall, follow, keepAlive, logger }: TrackContactPorts) {
  return async (event: {
    readonly contactId: ContactId;
    readonly eventType: string;
  }): Promise<ContactProgress> => {
    const call = await findCall(event.contactId);
    if (call === undefined) return 'NOT_OURS';
    if (call.status === 'FINISHED') {
      if (isTakenNotToBePlaced(call)) logger.error('a call was placed after all', { ...keyOf(call) });
      return 'ALREADY_FINISHED';
    }
    if (endings.includes(event.eventType)) return await follow(call, event.contactId);
    await keepAlive(keyOf(call));
    return 'UNDER_WAY';
  };
}

/** Connect did not list the contact in time: the person was called once more than the number's history says. */
const isTakenNotToBePlaced = ({ result }: CallRecord): boolean => result?.reason === 'CALL_NOT_PLACED';
