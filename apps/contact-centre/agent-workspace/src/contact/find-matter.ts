import { callOfAttributes, phoneNumberSchema, requestIdSchema, type PhoneNumber } from '@atlas-engine/domain';
import type { InteractionStore, RequestRecord } from '@atlas-engine/interaction-store';
import type { ContactCentre, KnownContact } from '../contact-centre/contact-centre.ts';

/** Whose contact it is, as far as that is known. */
export interface FoundMatter {
  /**
   * `LEAD`: the contact is a call of the request. `MATCHED`: it comes from the number or the chat session of one, and
   * who speaks has not said so yet. `UNKNOWN`: nobody knows.
   */
  readonly identity: 'LEAD' | 'MATCHED' | 'UNKNOWN';
  readonly record: RequestRecord | undefined;
  /** The call that the contact is. */
  readonly sequence: number | undefined;
  /** The number of the person, known or not. */
  readonly phone: PhoneNumber | undefined;
}

export interface FindMatterPorts {
  readonly store: Pick<InteractionStore, 'getRequest' | 'listRequestsByPhone'>;
  readonly contactCentre: Pick<ContactCentre, 'attributesOf'>;
}

/** Finds the request that a contact is about: by its attributes, else by the number that calls. */
export function createFindMatter({ store, contactCentre }: FindMatterPorts) {
  const byPhone = async (phone: PhoneNumber | undefined): Promise<FoundMatter> => {
    const [record] = phone === undefined ? [] : await store.listRequestsByPhone(phone);
    return { identity: record === undefined ? 'UNKNOWN' : 'MATCHED', record, sequence: undefined, phone };
  };

  return async (contact: KnownContact): Promise<FoundMatter> => {
    const attributes = await contactCentre.attributesOf(contact.initialContactId);
    const sequence = callOfAttributes(attributes)?.sequence;
    const requestId = requestIdSchema.safeParse(attributes['requestId']);
    const record = requestId.success ? await store.getRequest(requestId.data) : undefined;
    if (record === undefined) return byPhone(numberOf(contact));
    const { phone } = record.request.lead;
    return { identity: sequence === undefined ? 'MATCHED' : 'LEAD', record, sequence, phone };
  };
}

function numberOf({ customerNumber }: KnownContact): PhoneNumber | undefined {
  const parsed = phoneNumberSchema.safeParse(customerNumber);
  return parsed.success ? parsed.data : undefined;
}
