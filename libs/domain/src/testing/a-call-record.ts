import type { CallRecord } from '../call.ts';
import { callIdOf, requestIdSchema } from '../identifiers.ts';

/** The first placement of `aRequest()`'s call, waiting in the dial queue; the call id fits request and sequence. */
export function aCallRecord(overrides: Partial<CallRecord> = {}): CallRecord {
  const requestId = overrides.requestId ?? requestIdSchema.parse('request-1');
  const sequence = overrides.sequence ?? 1;
  return {
    callId: callIdOf(requestId, sequence),
    requestId,
    sequence,
    status: 'REQUESTED',
    locale: 'en-US',
    createdAt: '2026-11-20T15:00:00.000Z',
    ...overrides,
  };
}
