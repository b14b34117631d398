import type { CallResult, ContactId, Instant, OutcomeKind, TranscriptionAttempt } from '@atlas-engine/domain';
import { callStatuses, fromIso, toIso } from '@atlas-engine/domain';
import type { CallOpening, ContactNews, ObjectNews } from '../ports/calls.ts';
import type { StoredCall } from './stored-call.ts';

/*
 * How a call changes. Each rule answers with the call as it is then; the same object means that nothing changes.
 * Rules are pure, so that they hold for every storage alike.
 */

const changed = (call: StoredCall, at: Instant, change: Partial<StoredCall>): StoredCall => ({
  ...call,
  ...change,
  // Clocks of two functions differ: the last change never goes back.
  updatedAt: toIso(Math.max(at, fromIso(call.updatedAt))),
});

/** Outcomes of a placement that rang nowhere. */
export const neverReachedTheNetwork = (outcome: OutcomeKind): boolean =>
  outcome === 'REFUSED' || outcome === 'POSTPONED';

const forward = (call: StoredCall, status: StoredCall['status']): StoredCall['status'] =>
  callStatuses.indexOf(status) > callStatuses.indexOf(call.status) ? status : call.status;

export const opened = ({ call, executionArn, at }: CallOpening): StoredCall => ({
  callId: call.callId,
  requestId: call.requestId,
  sequence: call.sequence,
  status: 'REQUESTED',
  locale: call.locale,
  createdAt: toIso(at),
  updatedAt: toIso(at),
  executionArn,
  revision: 1,
});

export const claimed = (call: StoredCall, at: Instant): StoredCall =>
  call.status === 'REQUESTED' ? changed(call, at, { status: 'DIALLING', dialledAt: toIso(at) }) : call;

export function released(call: StoredCall, claimedAt: Instant, at: Instant): StoredCall {
  if (call.status !== 'DIALLING' || call.dialledAt !== toIso(claimedAt)) return call;
  return changed(call, at, { status: 'REQUESTED', dialledAt: undefined });
}

export function placed(call: StoredCall, contactId: ContactId, at: Instant): StoredCall {
  if (call.dialledAt === undefined || call.contactId !== undefined) return call;
  return changed(call, at, { status: forward(call, 'PLACED'), contactId, placedAt: toIso(at) });
}

/** Facts that are new; what is known already stays. */
function newFacts(call: StoredCall, news: ContactNews): Partial<StoredCall> {
  const { answeredAt, endedAt, disconnectReason } = news;
  return {
    ...(answeredAt !== undefined && call.answeredAt === undefined ? { answeredAt: toIso(answeredAt) } : {}),
    ...(endedAt !== undefined && call.endedAt === undefined ? { endedAt: toIso(endedAt) } : {}),
    ...(disconnectReason !== undefined && call.disconnectReason === undefined ? { disconnectReason } : {}),
  };
}

export function contactKnown(call: StoredCall, news: ContactNews): StoredCall {
  const facts = newFacts(call, news);
  if (Object.keys(facts).length === 0) return call;
  const status = facts.endedAt === undefined ? call.status : forward(call, 'ENDED');
  return changed(call, news.at, { ...facts, status });
}

export const recorded = (call: StoredCall, { object, at }: ObjectNews): StoredCall =>
  call.recording === undefined ? changed(call, at, { recording: object }) : call;

export const transcribed = (call: StoredCall, { object, at }: ObjectNews): StoredCall =>
  call.transcript === undefined ? changed(call, at, { transcript: object }) : call;

export function transcribing(call: StoredCall, attempt: TranscriptionAttempt, at: Instant): StoredCall {
  const known = call.transcriptionAttempt ?? 0;
  if (attempt <= known) return call;
  return changed(call, at, { status: forward(call, 'TRANSCRIBING'), transcriptionAttempt: attempt });
}

export const touched = (call: StoredCall, at: Instant): StoredCall =>
  call.settledAt !== undefined || fromIso(call.updatedAt) >= at ? call : changed(call, at, {});

/** A claim that led to no call is no dialling. */
export function finished(call: StoredCall, result: CallResult, at: Instant): StoredCall {
  if (call.result !== undefined) return call;
  const ended = changed(call, at, { status: 'FINISHED', result, finishedAt: toIso(at) });
  return neverReachedTheNetwork(result.outcome) ? { ...ended, dialledAt: undefined } : ended;
}

export const settled = (call: StoredCall, at: Instant): StoredCall =>
  call.status !== 'FINISHED' || call.settledAt !== undefined
    ? call
    : changed(call, at, { settledAt: toIso(at) });

/** A newer token waits for the result of a call that was settled. */
export const reopened = (call: StoredCall, at: Instant): StoredCall =>
  changed(call, at, { settledAt: undefined });
