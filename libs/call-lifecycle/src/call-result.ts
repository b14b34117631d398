import type {
  CallEnding,
  CallingPolicy,
  CallRecord,
  CallResult,
  CallSummary,
  Instant,
  NumberHistory,
  OutcomeKind,
  OutreachRequest,
  PastAttempt,
} from '@atlas-engine/domain';
import { decideNextStep, dialQuestionOf, fromIso } from '@atlas-engine/domain';

/** How a placement ended, with what the conversation gave. */
export interface EndedCall extends CallEnding {
  readonly sentiment?: CallSummary['sentiment'] | undefined;
}

/** What the result of a placement depends on. */
export interface ResultFacts {
  readonly call: CallRecord;
  readonly ending: EndedCall;
  readonly request: OutreachRequest;
  /** Results of the request's other placements. */
  readonly earlier: readonly CallResult[];
  readonly history: NumberHistory;
  readonly now: Instant;
  readonly policy: CallingPolicy;
}

const neverReachedTheNetwork: ReadonlySet<OutcomeKind> = new Set(['REFUSED', 'POSTPONED']);

/** Whether the number must not be called any more. */
export const asksForSilence = ({ doNotCall, disposition }: EndedCall): boolean =>
  doNotCall === true || disposition === 'DO_NOT_CALL';

/** The history as it is when this placement has its outcome. */
export function historyAfter({ call, ending, history, now }: ResultFacts): NumberHistory {
  const { callId, requestId } = call;
  const own = history.attempts.find((attempt) => attempt.callId === callId);
  const others = history.attempts.filter((attempt) => attempt.callId !== callId);
  const at = own?.at ?? (call.dialledAt === undefined ? undefined : fromIso(call.dialledAt));
  const reached = at !== undefined && !neverReachedTheNetwork.has(ending.outcome);
  const attempts: PastAttempt[] = reached
    ? [...others, { callId, requestId, at: Math.min(at, now), outcome: ending.outcome }]
    : others;
  return { attempts, doNotCall: history.doNotCall || asksForSilence(ending) };
}

/** The result of a placement, with what the workflow does next. */
export function resultOf(facts: ResultFacts): CallResult {
  const { call, ending, request, earlier, now, policy } = facts;
  const history = historyAfter(facts);
  const question = dialQuestionOf(request, earlier);
  const { outcome, reason, disposition, sentiment } = ending;
  return {
    callId: call.callId,
    requestId: call.requestId,
    sequence: call.sequence,
    outcome,
    ...(reason === undefined ? {} : { reason }),
    ...(disposition === undefined ? {} : { disposition }),
    ...(sentiment === undefined ? {} : { sentiment }),
    attempts: history.attempts.filter(({ requestId }) => requestId === call.requestId).length,
    next: decideNextStep({ ending, question, history, now, policy }),
  };
}
