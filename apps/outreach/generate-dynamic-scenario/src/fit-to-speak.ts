import type { ScenarioDraft } from '@atlas-engine/domain';

/** Web and e-mail addresses, written in full or as people say them. */
const address =
  /https?:|www\.|\S@\S|\b[\p{L}\p{N}-]+\.(?:com|net|org|io|info|biz|co|us|uk|es|xyz|app|dev|link|ly)\b/iu;
/** Seven digits or more: telephone, account and card numbers. */
const longNumber = /\p{Nd}(?:[\s().,/-]{0,3}\p{Nd}){6}/u;
/** Control characters, and those that hide text or turn its direction. */
const hidden = /[\p{Cc}\p{Cf}]/u;

/**
 * Whether a text may be spoken to somebody: nothing that sends them to another place or number, and nothing that a
 * person who reads the scenario does not see. What a lead typed must not reach the person called as our advice.
 */
export const isFitToSpeak = (text: string): boolean =>
  !address.test(text) && !longNumber.test(text) && !hidden.test(text);

/** Everything of a scenario that is spoken or shown. */
export const textsOf = (draft: ScenarioDraft): readonly string[] => [
  draft.greeting,
  ...draft.talkingPoints,
  ...draft.qualifyingQuestions,
  ...draft.objectionHandling.flatMap(({ objection, answer }) => [objection, answer]),
  draft.voicemailMessage,
  draft.closing,
];
