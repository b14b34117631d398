import { momentIn } from './moment.ts';
import type { Texts } from './texts.ts';

/** What differs between the kinds of English. */
export interface EnglishWords {
  /** BCP 47, for dates and times. */
  readonly tag: 'en-US' | 'en-GB';
  readonly examplePhone: string;
  readonly exampleDate: string;
  readonly exampleTimes: string;
  /** "a call" as the person would ask for it. */
  readonly askForCall: string;
  readonly thanks: string;
}

/** The texts in one kind of English. */
export function englishTexts(words: EnglishWords): Texts {
  const { tag, examplePhone, exampleDate, exampleTimes, askForCall, thanks } = words;
  const written = momentIn(tag);
  return {
    invalidName: 'I did not get that name. Please type just the name, in letters.',
    invalidPhone: `That is not a phone number that I can read. Please give it with the area code, e.g. ${examplePhone}, and a foreign one with its country code.`,
    uncallablePhone:
      'I cannot place a call to a number of that kind. Please give me the number of a landline or a mobile phone.',
    invalidInterest: 'Please tell me in a few words what the call should be about.',
    unclearDate: `I did not get the day. Please say it like "Monday" or "${exampleDate}".`,
    unclearTime: `I did not get the time. Please say it like ${exampleTimes}.`,
    whichTime: 'At what time should we call on that day?',
    pastTime: 'That time is already past. Which day and time would suit you?',
    tooFarAhead: 'That is further ahead than I can plan. Which earlier day would suit you?',
    outsideHours: (next) =>
      `We cannot call at that time. The next possible time is ${written(next)}. When should we call?`,
    unclearConsent:
      'I need a clear answer here. Do you agree to be called by our automated system at this number? The call is recorded. Please say yes or no.',
    consentRefused: `That is fine, nobody will call you because of this chat. ${thanks}`,
    mayNotCall:
      'I am sorry, I cannot arrange a call to this number. If you would like to talk about it, say "agent".',
    callSoon: `${thanks} Your request is noted, and we will call you shortly.`,
    callAt: (moment) =>
      `${thanks} Your request is noted. We will call you on ${written(moment)} or shortly after.`,
    knownRequest: 'We already have this request.',
    noRequest: `I found no request for this number. To ask for one, say "${askForCall}".`,
    status: {
      preparing: 'The call is being prepared.',
      planned: (moment) => `The call is planned for ${written(moment)} or shortly after.`,
      again: (moment) => `We tried to reach you and will try again on ${written(moment)} or shortly after.`,
      withColleague: 'A colleague is looking into it.',
      stopped: 'It was stopped before it was done. If you would like a call, say "reschedule my call".',
      completed: 'It has been dealt with. If you would like another call, say "reschedule my call".',
    },
    rescheduled: (moment) => `We will call you on ${written(moment)} or shortly after.`,
    rescheduleNoted: (moment) =>
      `I have noted that you prefer ${written(moment)}. I cannot move the planned call myself: a colleague will see to it. Should we call before that, just say that it is a bad time.`,
    rescheduleNeedsConsent: `For another call I need your request anew. Please say "${askForCall}".`,
    optedOut: 'Done: this number will not be called again.',
    handOff: 'I will connect you with a colleague.',
    handOffClosed: `Nobody is here to chat at the moment. If you would like us to call you instead, say "${askForCall}".`,
    help: `I can arrange a call ("${askForCall}"), tell you what became of your request ("check my request"), take another time ("reschedule my call"), stop all calls ("stop calling me"), or connect you with a person ("agent").`,
    notUnderstood: 'I am sorry, I did not understand that. Could you say it in other words?',
    notUnderstoodAgain: 'I still do not understand, sorry.',
    trouble:
      'I am sorry, something on our side does not work right now. Please try again in a minute, or say "agent".',
    sms: {
      stopped: 'Atlas Engine: you get no more texts or calls from us. Reply START for texts again.',
      started: `Atlas Engine: you get our texts again. To have a call, reply "${askForCall}". Reply STOP to end.`,
      startedWithoutCalls:
        'Atlas Engine: you get our texts again. Your number stays off our call list. Reply STOP to end.',
      help: `Atlas Engine calls about requests that you make. Reply "${askForCall}" for a call, STOP to end. Rates may apply.`,
      tooLong: 'That is too long for me to read. Please write it in fewer words.',
      noHandOff: `I cannot connect you by text. If you would like to talk to someone, reply "${askForCall}".`,
    },
    call: {
      understood: 'I understand.',
      wrongNumber: 'I am sorry for the disturbance.',
      anotherTime: 'Of course, we will call you at another time.',
      thanks: `${thanks} I have noted that.`,
      sayAgain: 'I am sorry, I did not catch that. Could you say it again?',
    },
  };
}

/** The same for those who hear it, or read it on a small screen: what is long is said in fewer words. */
export const shortTexts = (texts: Texts, words: EnglishWords): Texts => ({
  ...texts,
  invalidPhone: 'I did not get a phone number. Please give me all its digits, with the area code.',
  rescheduleNoted: (moment) =>
    `I noted that you prefer ${momentIn(words.tag)(moment)}. A colleague will see to it.`,
  unclearConsent:
    'Do you agree to be called by our automated system at this number? The call is recorded. Please say yes or no.',
  help: 'I can arrange a call, tell you about your request, take another time, or stop all calls. What would you like?',
});
