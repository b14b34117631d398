import type { OutcomeKind } from './call.ts';
import type { Instant } from './calling-policy/decision.ts';
import type { Reason } from './reasons.ts';

/** What Amazon Connect knows of a contact, as far as its end can be told from it. Every field may be missing. */
export interface ContactFacts {
  /** When a person or a machine answered. */
  readonly connectedToSystemAt?: Instant | undefined;
  /** When an agent took the contact. */
  readonly connectedToAgentAt?: Instant | undefined;
  readonly disconnectedAt?: Instant | undefined;
  /** An open list: new values appear without notice. */
  readonly disconnectReason?: string | undefined;
  /** Only for campaign traffic; an open list too. */
  readonly answeringMachineDetectionStatus?: string | undefined;
  /** Whether Atlas itself stopped the contact. */
  readonly stoppedByAtlas?: boolean | undefined;
}

/** `CONVERSATION`: a person or a machine answered, and only the transcript tells how it went. */
export type ContactState =
  | { readonly state: 'OPEN' }
  | {
      readonly state: 'ENDED';
      readonly outcome: OutcomeKind | 'CONVERSATION';
      readonly reason?: Reason;
    };

type Ending = Omit<Extract<ContactState, { state: 'ENDED' }>, 'state'>;

const failed: Ending = { outcome: 'FAILED', reason: 'NETWORK_FAILURE' };
const invalid: Ending = { outcome: 'INVALID_NUMBER', reason: 'INVALID_NUMBER' };

/** Detection comes before the connection: a machine's tone connects a call as a voice does. */
const endingsByDetection: Readonly<Record<string, Ending>> = {
  VOICEMAIL_BEEP: { outcome: 'VOICEMAIL' },
  VOICEMAIL_NO_BEEP: { outcome: 'VOICEMAIL' },
  SIT_TONE_BUSY: { outcome: 'BUSY' },
  SIT_TONE_INVALID_NUMBER: invalid,
  SIT_TONE_DETECTED: failed,
  AMD_UNANSWERED: { outcome: 'NO_ANSWER' },
};

const endingsByReason: Readonly<Record<string, Ending>> = {
  TELECOM_BUSY: { outcome: 'BUSY' },
  TELECOM_UNANSWERED: { outcome: 'NO_ANSWER' },
  TELECOM_TIMEOUT: { outcome: 'NO_ANSWER' },
  TELECOM_ORIGINATOR_CANCEL: { outcome: 'NO_ANSWER' },
  TELECOM_NUMBER_INVALID: invalid,
};

/** Samples of Connect's events carry 1970-01-01T00:00:00.001Z for what has not happened yet. */
const firstRealInstant = 31_536_000_000;

const hasHappened = (instant: Instant | undefined): boolean =>
  instant !== undefined && instant >= firstRealInstant;

/**
 * How a contact ended, by what Connect says of it (`DescribeContact` or the contact record). A contact that ended without
 * a connection and without a reason that is known counts as failed by the network; the reason may appear a little later
 * than the end.
 *
 * Source: Amazon Connect administrator guide, contact records data model, `DisconnectReason` and
 * `AnsweringMachineDetectionStatus`.
 */
export function classifyContact(contact: ContactFacts): ContactState {
  const reason = contact.disconnectReason?.toUpperCase() ?? '';
  if (!hasHappened(contact.disconnectedAt) && reason === '') return { state: 'OPEN' };
  return { state: 'ENDED', ...endingOf(contact, reason) };
}

function endingOf(contact: ContactFacts, reason: string): Ending {
  const detection = contact.answeringMachineDetectionStatus?.toUpperCase() ?? '';
  return endingsByDetection[detection] ?? endingWithoutDetection(contact, reason);
}

/** Whatever broke a line that somebody had taken, what was said until then counts. */
function endingWithoutDetection(contact: ContactFacts, reason: string): Ending {
  if (hasHappened(contact.connectedToSystemAt)) return { outcome: 'CONVERSATION' };
  const stopped = reason === 'TELECOM_ORIGINATOR_CANCEL' && contact.stoppedByAtlas === true;
  if (stopped) return { outcome: 'FAILED', reason: 'CALL_TIMED_OUT' };
  return endingsByReason[reason] ?? failed;
}
