import type { Turn } from '../call-summary.ts';
import { plainText } from './spoken-text.ts';

/** Only machines say these, or people who tell what the machine says. */
const announcements: readonly RegExp[] = [
  /\bleave (?:(?:me|us|your|a|an|him|her|them) ?){0,4}(?:(?:brief|short|detailed) )?(?:message|name|number)\b/,
  /\b(?:after|at) the (?:tone|beep|signal)\b/,
  /\brecord (?:your|a) (?:message|name)\b/,
  /\bvoice ?mail(?:box)?\b|\bmail ?box\b|\banswering (?:machine|service)\b/,
  /\b(?:can't|cannot|can not|unable to) (?:come to|get to|answer|take) (?:the phone|your call|my phone|calls)\b/,
  /\bnot available to take your call\b/,
  /\b(?:person|party|subscriber|customer|number) you(?: are| have|'re|'ve) (?:trying|calling|called|dialed|dialled|reached)/,
  /\b(?:finished|done) recording\b|\bpress (?:\d|one|two|pound|star|the)\b/,
  /\bdej[ea]n?(?:me|nos)? (?:su|un|tu|el) (?:mensaje|nombre|numero|recado)\b/,
  /\b(?:despues|luego) (?:de la senal|del? tono|del bip)\b|\b(?:oir|escuchar) (?:la senal|el tono)\b/,
  /\bbuzon\b|\bcontestador\b|\bgrab[ea] (?:su|tu|un) mensaje\b/,
  /\bno (?:puedo|podemos|puede) (?:atender|contestar|responder)/,
  /\bnumero (?:al? que|que) (?:usted )?(?:ha |esta )?(?:marc|llam)/,
];

/** People say these too: one alone proves nothing. */
const hints: readonly RegExp[] = [
  /\b(?:you've|you have|has) reached\b/,
  /\b(?:is|am|are|'m|'re) (?:currently )?(?:not available|unavailable|away)\b/,
  /\b(?:get back to|return your call|call you back)\b/,
  /\bat the moment\b|\bas soon as (?:possible|i can|we can)\b/,
  /\bha(?:s)? llamado a\b|\bse ha comunicado con\b/,
  /\bno (?:se encuentra|esta|estoy|estamos) disponible/,
  /\b(?:le|te) (?:devolver|llamar)(?:e|emos)\b|\ben este momento\b|\blo antes posible\b/,
];

function isAnnouncement({ text }: Turn): boolean {
  const said = plainText(text).replace(/\s+/g, ' ');
  if (announcements.some((phrase) => phrase.test(said))) return true;
  return hints.filter((phrase) => phrase.test(said)).length >= 2;
}

/**
 * Whether a machine answered, by what the customer's side says: an announcement, and nothing that answers us after it.
 * English and Spanish; for calls without answering-machine detection.
 */
export function soundsLikeVoicemail(turns: readonly Turn[]): boolean {
  const last = turns.findLastIndex((turn) => turn.speaker === 'CUSTOMER' && isAnnouncement(turn));
  if (last === -1) return false;
  const repliesBefore = turns
    .slice(0, last)
    .filter((turn, index) => isReply(turns, index) && !isAnnouncement(turn));
  const afterwards = turns.slice(last + 1);
  const weSpoke = afterwards.findIndex(({ speaker }) => speaker !== 'CUSTOMER');
  const answersAfter = weSpoke === -1 ? [] : afterwards.slice(weSpoke).filter(isCustomer);
  // A greeting that we talk over falls apart into turns, the first of which looks like a reply.
  return repliesBefore.length <= 1 && answersAfter.length === 0;
}

const isCustomer = ({ speaker }: Turn): boolean => speaker === 'CUSTOMER';

/** Whether a turn is the customer's and follows one of ours. */
const isReply = (turns: readonly Turn[], index: number): boolean =>
  turns[index]?.speaker === 'CUSTOMER' &&
  turns[index - 1] !== undefined &&
  turns[index - 1]?.speaker !== 'CUSTOMER';
