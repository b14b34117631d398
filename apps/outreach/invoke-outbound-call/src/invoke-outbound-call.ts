import type { ResumeWorkflow } from '@atlas-engine/call-lifecycle';
import type { DialQueue } from '@atlas-engine/call-lifecycle/dial-queue';
import { callIdOf, type PlaceCallInput } from '@atlas-engine/domain';
import type { Clock } from '@atlas-engine/function-kit';
import { RecordNotFoundError, type InteractionStore, type OpenedCall } from '@atlas-engine/interaction-store';

export interface InvokeOutboundCallPorts {
  readonly store: Pick<InteractionStore, 'getRequest' | 'openCall' | 'markRequest'>;
  readonly queue: DialQueue;
  readonly resume: ResumeWorkflow;
  readonly clock: Clock;
}

/** Tokens outlive the longest wait for a call by far; the table forgets them afterwards. */
const tokenLifetime = 30 * 24 * 3600 * 1000;

export type InvokeOutboundCall = (input: PlaceCallInput) => Promise<{ readonly opened: OpenedCall['kind'] }>;

/**
 * Records the placement with its token, then asks for the dial. A repeat of the same placement replaces the token,
 * which is the one that the workflow waits for, and never makes a second call; a placement that has ended in the
 * meantime answers at once.
 *
 * @throws RecordNotFoundError when the request was never received
 */
export function createInvokeOutboundCall(ports: InvokeOutboundCallPorts): InvokeOutboundCall {
  const { store, queue, resume, clock } = ports;
  return async ({ requestId, sequence, taskToken, executionArn }) => {
    // Before anything is waited for: of two tokens the one that was handed out later counts.
    const at = clock.now();
    const record = await store.getRequest(requestId);
    if (record === undefined) throw new RecordNotFoundError(`request ${requestId}`);
    const key = { requestId, sequence };
    const callId = callIdOf(requestId, sequence);
    const call = { ...key, callId, locale: record.request.lead.locale };
    const opened = await store.openCall({ call, taskToken, executionArn, at, expiresAt: at + tokenLifetime });
    if (opened.kind === 'FINISHED') {
      await resume(key);
      return { opened: opened.kind };
    }
    await store.markRequest(requestId, { status: 'CALLING', at });
    if (isWaiting(opened)) await queue.add({ callId, ...key });
    return { opened: opened.kind };
  };
}

/** The first invocation may have died before it asked for the dial; a call that is under way needs none. */
const isWaiting = (opened: Exclude<OpenedCall, { kind: 'FINISHED' }>): boolean =>
  opened.kind === 'OPENED' || opened.call.status === 'REQUESTED';
