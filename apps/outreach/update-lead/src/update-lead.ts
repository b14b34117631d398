import type { UpdateLeadInput, UpdateLeadOutput } from '@atlas-engine/domain';
import type { Clock } from '@atlas-engine/function-kit';
import { StoreContentionError, type InteractionStore } from '@atlas-engine/interaction-store';
import { readClosing, type Closing, type ClosingStore } from './closing.ts';
import { statusOf, type ClosingStatus } from './lead-status.ts';
import { salesNotification } from './sales-notification.ts';
import { writeClosing, type Crm } from './write-closing.ts';

export interface UpdateLeadPorts {
  readonly store: ClosingStore & Pick<InteractionStore, 'markRequest' | 'markWrapUpInCrm'>;
  readonly salesforce: Crm;
  readonly clock: Clock;
  /** Told of each request that the CRM has heard of. */
  readonly onClosed?: (status: ClosingStatus) => void;
}

/** How often it is written again because an agent saved meanwhile. */
const patience = 5;

/**
 * Writes lead and call log in one request, all or nothing, both by id: a repeat writes the same again. The number is
 * on the local do-not-call list before Salesforce hears, and Salesforce hears of every number that is on it. A wrap-up
 * that an agent saves meanwhile is in what was written last; one that comes later makes its own way.
 *
 * @throws RecordNotFoundError when the request was never received
 * @throws StoreContentionError when agents kept saving; retryable
 * @throws the client's errors, the one of the part that failed; then nothing was written
 */
export function createUpdateLead({ store, salesforce, clock, onClosed }: UpdateLeadPorts) {
  const list = async ({ request, input, doNotCall, listed }: Closing): Promise<void> => {
    if (!doNotCall || listed) return;
    const { requestId } = input;
    await store.doNotCall.add({ phone: request.lead.phone, source: 'CALL', requestId, at: clock.now() });
  };

  const complete = ({ input, wrapUpVersion }: Closing) =>
    store.markRequest(input.requestId, {
      status: 'COMPLETED',
      at: clock.now(),
      closing: { sequence: input.call?.sequence, failure: input.failure },
      wrapUpVersion,
    });

  return async (input: UpdateLeadInput): Promise<UpdateLeadOutput> => {
    for (let attempt = 0; attempt < patience; attempt += 1) {
      const closing = await readClosing(store, input);
      await list(closing);
      const taskId = await writeClosing(salesforce, closing);
      if ((await complete(closing)) === 'MOVED') continue;
      for (const wrapUp of closing.wrapUps) await store.markWrapUpInCrm(wrapUp, clock.now());
      onClosed?.(statusOf(closing));
      return { taskId, attempts: closing.attempts, notification: salesNotification(closing) };
    }
    throw new StoreContentionError('updateLead', patience);
  };
}
