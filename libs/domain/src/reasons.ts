import * as z from 'zod';

/**
 * Why a row was rejected, a call refused, or a request parked: the closed list that reports, audit records and
 * the CRM use.
 */
export const reasons = {
  // Input
  INVALID_PHONE: 'The phone number is not a possible number of its country, or has no country.',
  INVALID_FIELD: 'A field has a value of the wrong form.',
  FIELD_TOO_LONG: 'A field is longer than allowed.',
  FIELD_MISSING: 'A required field is empty.',
  CONSENT_MISSING: 'There is no consent, or no time or source of it.',
  CONSENT_EXPIRED: 'The consent is older than the policy allows, or lies in the future.',
  DUPLICATE_ROW: 'An earlier row of the same file is the same request.',
  // Calling policy
  DO_NOT_CALL: 'The number is on the do-not-call list.',
  TIME_ZONE_UNKNOWN: "The recipient's time zone is neither given nor derivable from the number.",
  OUTSIDE_CALLING_HOURS: 'It is outside the calling hours where the recipient is.',
  PREFERRED_TIME: 'The recipient asked for a later time.',
  TOO_SOON: 'The last attempt on this number was too recent.',
  DAILY_LIMIT: 'The number has had all attempts of the day.',
  WEEKLY_LIMIT: 'The number has had all attempts of the week.',
  ATTEMPTS_EXHAUSTED: 'The request has had all its attempts.',
  NO_CALLING_WINDOW: 'No permitted moment lies within the horizon of the policy.',
  HISTORY_UNKNOWN: "The number's history could not be read.",
  // Telephony
  INVALID_NUMBER: 'The network says that the number does not exist.',
  DESTINATION_NOT_ALLOWED: 'Amazon Connect may not call this destination.',
  CALL_REJECTED: 'Amazon Connect refused the call for good.',
  NETWORK_FAILURE: 'The telephone network failed the call.',
  DIAL_UNCONFIRMED: 'Whether the call was placed never became known; it was not dialled again.',
  CALL_NOT_PLACED: 'Amazon Connect has no such contact: the call was never placed, and does not count.',
  // After the call
  NO_RECORDING: 'The call was answered, but no recording appeared.',
  TRANSCRIPTION_FAILED: 'The recording could not be transcribed.',
  TRANSCRIPT_MALFORMED: 'The transcript could not be read.',
  SUMMARY_UNAVAILABLE: 'The language model gave no usable summary.',
  // Workflow
  CRM_UNAVAILABLE: 'Salesforce did not answer in time, again and again.',
  CRM_REJECTED: 'Salesforce refused the data.',
  CRM_CREDENTIALS: 'The Salesforce secret is missing, malformed or refused.',
  CALL_TIMED_OUT: 'No result of the call came within its time limit.',
  CALL_LOST: 'No sign of life of the call came within the heartbeat limit.',
  WORKFLOW_ERROR: 'A step of the workflow failed for a reason that no other code names.',
} as const;

export type Reason = keyof typeof reasons;

export const reasonSchema = z.enum(Object.keys(reasons) as [Reason, ...Reason[]]);
