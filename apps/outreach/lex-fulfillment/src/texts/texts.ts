import type { Instant } from '@atlas-engine/domain';

/** A moment where the called person is. */
export interface LocalMoment {
  readonly at: Instant;
  /** IANA name. */
  readonly zone: string;
}

/** Answers to keywords, and what cannot be done by text. Each fits into two parts of a text. */
export interface SmsTexts {
  readonly stopped: string;
  readonly started: string;
  /** The number stays on the do-not-call list: only a person takes one off it. */
  readonly startedWithoutCalls: string;
  readonly help: string;
  readonly tooLong: string;
  readonly noHandOff: string;
}

/**
 * All that the fulfilment says, in one locale. Prompts for slots are the bot's own. Nothing repeats a phone number or
 * name; a moment is written out, so that a misunderstanding shows.
 */
export interface Texts {
  readonly invalidName: string;
  readonly invalidPhone: string;
  /** The number is one that cannot be called: no place, so no time of day, is known of it. */
  readonly uncallablePhone: string;
  readonly invalidInterest: string;
  readonly unclearDate: string;
  readonly unclearTime: string;
  readonly whichTime: string;
  readonly pastTime: string;
  readonly tooFarAhead: string;
  readonly outsideHours: (next: LocalMoment) => string;
  readonly unclearConsent: string;
  readonly consentRefused: string;
  /** Says neither why nor what is known of the number. */
  readonly mayNotCall: string;
  readonly callSoon: string;
  readonly callAt: (moment: LocalMoment) => string;
  readonly knownRequest: string;
  readonly noRequest: string;
  readonly status: {
    readonly preparing: string;
    readonly planned: (moment: LocalMoment) => string;
    readonly again: (moment: LocalMoment) => string;
    readonly withColleague: string;
    readonly completed: string;
    readonly stopped: string;
  };
  readonly rescheduled: (moment: LocalMoment) => string;
  readonly rescheduleNoted: (moment: LocalMoment) => string;
  readonly rescheduleNeedsConsent: string;
  readonly optedOut: string;
  readonly handOff: string;
  /** Nobody is there to chat; a call is offered instead. */
  readonly handOffClosed: string;
  readonly help: string;
  readonly notUnderstood: string;
  readonly notUnderstoodAgain: string;
  readonly trouble: string;
  /** What only texts say. */
  readonly sms: SmsTexts;
  /** In a call that we placed; the flow says goodbye. */
  readonly call: {
    readonly understood: string;
    readonly wrongNumber: string;
    readonly anotherTime: string;
    readonly thanks: string;
    /** Something on our side failed: the words are asked for once more. */
    readonly sayAgain: string;
  };
}
