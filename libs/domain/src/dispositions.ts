/** What the person on the phone wanted, in one word. A file of its own, because pages need the list without its schema. */
export const dispositions = [
  'INTERESTED',
  'NOT_INTERESTED',
  'CALL_BACK',
  'DO_NOT_CALL',
  'WRONG_NUMBER',
  'VOICEMAIL',
  'HUNG_UP',
  'UNKNOWN',
] as const;
