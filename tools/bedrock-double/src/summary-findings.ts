/** What is said of a conversation as a whole. */
export interface Verdict {
  readonly disposition: string;
  readonly sentiment: string;
  readonly interestLevel: string;
  readonly summary: string;
  readonly nextStep: string;
}

export interface Finding extends Verdict {
  readonly pattern: RegExp;
}

/** "Do not call me before five" is about when, not whether. */
const silence = new RegExp(
  [
    "(?:do not|don't|never)(?: ever)? call(?! (?:me |us )?(?:before|until|after|in|on|at|today|tomorrow|now|right now)\\b)",
    'take me off|remove (?:me|my)|stop calling|leave me alone',
    "(?:never|not) want to hear from|(?:do not|don't) (?:bother|contact) me",
    'no me llame|quíteme|déj[ea](?:n)?me en paz|no quiero saber nada más',
  ].join('|'),
  'i',
);

/** In order: the first that the customer's words match. */
export const findings: readonly Finding[] = [
  {
    disposition: 'DO_NOT_CALL',
    sentiment: 'NEGATIVE',
    interestLevel: 'NONE',
    pattern: silence,
    summary: 'The customer asked not to be called again.',
    nextStep: 'Do not call again.',
  },
  {
    disposition: 'WRONG_NUMBER',
    sentiment: 'NEUTRAL',
    interestLevel: 'NONE',
    pattern: /wrong number|nobody of that name|número equivocado/i,
    summary: 'The number does not belong to the person asked for.',
    nextStep: 'Find the right number.',
  },
  {
    disposition: 'VOICEMAIL',
    sentiment: 'NEUTRAL',
    interestLevel: 'NONE',
    pattern: /voicemail|leave (a|your) message|buzón de voz/i,
    summary: 'A machine answered.',
    nextStep: 'Try again.',
  },
  {
    disposition: 'CALL_BACK',
    sentiment: 'NEUTRAL',
    interestLevel: 'MEDIUM',
    pattern: /call me (back|later|tomorrow)|puede llamarme|llámeme/i,
    summary: 'The customer had no time and asked for another call.',
    nextStep: 'Call again at the agreed time.',
  },
  {
    disposition: 'NOT_INTERESTED',
    sentiment: 'NEUTRAL',
    interestLevel: 'NONE',
    pattern: /not interested|not for us|no me interesa|no es para/i,
    summary: 'The customer declined.',
    nextStep: 'None.',
  },
  {
    disposition: 'INTERESTED',
    sentiment: 'POSITIVE',
    interestLevel: 'HIGH',
    pattern: /interested|appointment|me interesa|cita/i,
    summary: 'The customer is interested and wants an appointment.',
    nextStep: 'Arrange the appointment.',
  },
];

/** Ended before it could match anything: the customer greeted and hung up. */
export const hungUp: Verdict = {
  disposition: 'HUNG_UP',
  sentiment: 'NEUTRAL',
  interestLevel: 'NONE',
  summary: 'The customer ended the call before saying what they want.',
  nextStep: 'Try again.',
};

export const unclear: Verdict = {
  disposition: 'UNKNOWN',
  sentiment: 'NEUTRAL',
  interestLevel: 'LOW',
  summary: 'It did not become clear what the customer wants.',
  nextStep: 'Read the transcript.',
};
