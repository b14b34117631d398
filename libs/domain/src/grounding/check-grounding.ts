import type { Disposition, SummaryDraft, Turn } from '../call-summary.ts';
import { asksNotToBeCalled } from '../conversation/asks-not-to-be-called.ts';
import { mentionsTime } from '../conversation/mentions-time.ts';
import { createTranscript, type Transcript } from './transcript.ts';

export interface GroundedDraft {
  readonly draft: SummaryDraft;
  /** What was taken out, each once: numbers, names, quotations, sentences of evidence, the follow-up time. */
  readonly ungrounded: string[];
}

/** What a summary says when nothing of it stands. */
const neutralSummaries: Readonly<Record<Disposition, string>> = {
  INTERESTED: 'The customer is interested.',
  NOT_INTERESTED: 'The customer is not interested.',
  CALL_BACK: 'The customer wants to be called back.',
  DO_NOT_CALL: 'The customer does not want to be called again.',
  WRONG_NUMBER: 'The call reached the wrong person.',
  VOICEMAIL: 'The call reached a voice mailbox.',
  HUNG_UP: 'The customer hung up.',
  UNKNOWN: 'The conversation gave no clear result.',
};

/**
 * A model's summary without what the conversation does not bear out.
 *
 * Every number, name-like word and quotation must occur in the turns, and every sentence of evidence in what the customer
 * said; sentences that do not are dropped, and the summary falls back to a plain one for its disposition. A follow-up time
 * stays only when the customer or the system named a day or a time. A wish not to be called, found by rules or by the
 * model, stands whatever else the draft says.
 *
 * Limits: names are known by their capital letter only, so a sentence that begins with a name ending in `-ed`, `-ing` or
 * `-ly` passes; what is paraphrased wrongly without numbers, names or quotes passes too.
 */
export function checkGrounding(draft: SummaryDraft, turns: readonly Turn[]): GroundedDraft {
  const transcript = createTranscript(turns);
  const ungrounded = new Set<string>();
  const isGrounded = (text: string): boolean => notMissing(transcript.missingFrom(text), ungrounded);
  const grounded = {
    ...draft,
    summary: sentencesOf(draft.summary).filter(isGrounded).join(' '),
    objections: draft.objections.filter(isGrounded),
    nextStep: sentencesOf(draft.nextStep).filter(isGrounded).join(' '),
    evidence: draft.evidence.filter((sentence) => wasSaid(sentence, transcript, ungrounded)),
    followUpAt: groundedTime(draft.followUpAt, turns, ungrounded),
  };
  const safe = withWishForSilence(grounded, turns);
  const summary = safe.summary === '' ? neutralSummaries[safe.disposition] : safe.summary;
  return { draft: { ...safe, summary }, ungrounded: [...ungrounded] };
}

function notMissing(missing: readonly string[], ungrounded: Set<string>): boolean {
  for (const item of missing) ungrounded.add(item);
  return missing.length === 0;
}

const wasSaid = (sentence: string, transcript: Transcript, ungrounded: Set<string>): boolean =>
  notMissing(transcript.customerSaid(sentence) ? [] : [sentence], ungrounded);

function groundedTime(
  followUpAt: string | null,
  turns: readonly Turn[],
  ungrounded: Set<string>,
): string | null {
  if (followUpAt === null) return null;
  const named = turns.some((turn) => turn.speaker !== 'AGENT' && mentionsTime(turn));
  return notMissing(named ? [] : [followUpAt], ungrounded) ? followUpAt : null;
}

/** Who asks for silence gets it: no disposition or time of the draft leads to another call. */
function withWishForSilence(draft: SummaryDraft, turns: readonly Turn[]): SummaryDraft {
  const overlooked = !draft.doNotCallRequested && asksNotToBeCalled(turns);
  if (!overlooked && !draft.doNotCallRequested && draft.disposition !== 'DO_NOT_CALL') return draft;
  return {
    ...draft,
    doNotCallRequested: true,
    disposition: draft.disposition === 'WRONG_NUMBER' ? 'WRONG_NUMBER' : 'DO_NOT_CALL',
    followUpAt: null,
    // Written by a model that had not heard the wish.
    nextStep: overlooked ? '' : draft.nextStep,
  };
}

/** A full stop after a title or an initial ends no sentence. */
const sentenceEnd = /(?<=[.!?]["\u201D)]?)(?<!\b(?:Mr|Mrs|Ms|Dr|St|Sr|Sra|vs|\p{Lu})\.)\s+/u;

const sentencesOf = (text: string): string[] =>
  text.split(sentenceEnd).filter((sentence) => sentence.trim() !== '');
