import type { Disposition } from '../call-summary.ts';
import type { NextStep, OutcomeKind } from '../call.ts';
import { toIso } from '../instant.ts';
import type { Reason } from '../reasons.ts';
import { decideWhetherToDial, type DialDecisionInput } from './decide-whether-to-dial.ts';
import type { DialDecision, Instant } from './decision.ts';

/** How a placement ended, as far as the next step depends on it. */
export interface CallEnding {
  readonly outcome: OutcomeKind;
  readonly reason?: Reason | undefined;
  readonly disposition?: Disposition | undefined;
  /** The time at which the recipient wants to be called back. */
  readonly followUpAt?: Instant | undefined;
  /** Of a `POSTPONED` placement: the `until` of the decision. */
  readonly waitUntil?: Instant | undefined;
  readonly doNotCall?: boolean | undefined;
}

export interface NextStepInput extends DialDecisionInput {
  readonly ending: CallEnding;
}

/**
 * Whether a request is called again after a placement, and when. `history` holds this placement with its outcome.
 *
 * A postponed placement is repeated at its `waitUntil`; one that reached nobody, and one that the recipient wants
 * repeated, when the calling policy permits; everything else is the end, with the reason when there is one.
 */
export function decideNextStep(input: NextStepInput): NextStep {
  const { ending, now } = input;
  if (asksForSilence(ending)) return finish(ending.reason ?? 'DO_NOT_CALL');
  if (ending.outcome === 'POSTPONED' && ending.waitUntil !== undefined) {
    return { action: 'RETRY', at: toIso(ending.waitUntil), ...because(ending.reason) };
  }
  if (ending.outcome === 'INVALID_NUMBER') return finish(ending.reason ?? 'INVALID_NUMBER');
  return isWorthAnotherCall(ending)
    ? nextStepOf(decideWhetherToDial(asked(input)), now)
    : finish(ending.reason);
}

const asksForSilence = ({ disposition, doNotCall }: CallEnding): boolean =>
  doNotCall === true || disposition === 'DO_NOT_CALL';

/** Outcomes that say nothing of what the person wants; the others are answers, or final. */
const reachedNobody: readonly OutcomeKind[] = ['NO_ANSWER', 'BUSY', 'VOICEMAIL', 'UNCONFIRMED', 'POSTPONED'];

function isWorthAnotherCall({ outcome, reason, disposition }: CallEnding): boolean {
  if (outcome === 'ANSWERED') return disposition === 'CALL_BACK' || disposition === 'VOICEMAIL';
  if (outcome === 'FAILED') return reason === 'NETWORK_FAILURE';
  return reachedNobody.includes(outcome) && disposition !== 'WRONG_NUMBER';
}

/** The question with the time that was agreed on; one that has passed is a misunderstanding and counts for nothing. */
function asked({ ending, question, history, now, policy }: NextStepInput): DialDecisionInput {
  const followUpAt = ending.disposition === 'CALL_BACK' ? ending.followUpAt : undefined;
  if (followUpAt === undefined || !(followUpAt > now)) return { question, history, now, policy };
  const notBefore = Math.max(followUpAt, question.notBefore ?? followUpAt);
  return { question: { ...question, notBefore, agreedAt: followUpAt }, history, now, policy };
}

function nextStepOf(decision: DialDecision, now: Instant): NextStep {
  switch (decision.kind) {
    case 'DIAL':
      return { action: 'RETRY', at: toIso(now) };
    case 'WAIT':
      return { action: 'RETRY', at: toIso(decision.until), reason: decision.reason };
    case 'REFUSE':
      return finish(decision.reason);
  }
}

const finish = (reason: Reason | undefined): NextStep => ({ action: 'FINISH', ...because(reason) });

const because = (reason: Reason | undefined): { reason?: Reason } => (reason === undefined ? {} : { reason });
