import type { CallId, ContactFacts, ContactId } from '@atlas-engine/domain';
import type { CallPlacement, PlaceOutcome, Telephony } from '../telephony.ts';

/** A telephone service whose calls go as the test says. */
export interface FakeTelephony extends Telephony {
  /** Every placement that was asked for, in order. */
  readonly placements: readonly CallPlacement[];
  /** How each placement was answered. */
  readonly answers: readonly PlaceOutcome[];
  /** Contacts that exist, by the call that they were made for. */
  readonly contacts: ReadonlyMap<CallId, ContactId>;
  /** What the next placements are answered by; after these each is `PLACED`. `UNKNOWN` makes a contact all the same. */
  readonly answerNext: (...outcomes: Exclude<PlaceOutcome, { kind: 'PLACED' }>[]) => void;
  /** What is known of a contact from now on. */
  readonly know: (contactId: ContactId, facts: ContactFacts) => void;
}

/** As Amazon Connect: the same call id gives the same contact, also when the first answer was lost. */
export function createFakeTelephony(): FakeTelephony {
  const placements: CallPlacement[] = [];
  const answers: PlaceOutcome[] = [];
  const contacts = new Map<CallId, ContactId>();
  const facts = new Map<ContactId, ContactFacts>();
  const attributes = new Map<ContactId, Readonly<Record<string, string>>>();
  const planned: PlaceOutcome[] = [];

  const contactOf = (placement: CallPlacement): ContactId => {
    const known = contacts.get(placement.callId);
    const contactId = known ?? (`contact-${String(contacts.size + 1)}` as ContactId);
    contacts.set(placement.callId, contactId);
    attributes.set(contactId, placement.attributes);
    if (!facts.has(contactId)) facts.set(contactId, {});
    return contactId;
  };

  return {
    placements,
    answers,
    contacts,
    answerNext: (...outcomes) => void planned.push(...outcomes),
    know: (contactId, known) => void facts.set(contactId, known),

    place: async (placement) => {
      placements.push(placement);
      const outcome = planned.shift() ?? { kind: 'PLACED', contactId: contactOf(placement) };
      if (outcome.kind === 'UNKNOWN') contactOf(placement);
      answers.push(outcome);
      return outcome;
    },
    describe: async (contactId) => facts.get(contactId) ?? 'NOT_FOUND',
    attributes: async (contactId) => attributes.get(contactId) ?? {},
    search: async ({ callId }) => contacts.get(callId),
    placedBetween: async () => [...contacts.values()],
  };
}
