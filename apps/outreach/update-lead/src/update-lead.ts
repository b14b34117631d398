import type { UpdateLeadInput, UpdateLeadOutput } from '@atlas-engine/domain';
import type { Clock } from '@atlas-engine/function-kit';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import { part, type SalesforceClient } from '@atlas-engine/salesforce-client';
import { callLog, callLogId } from './call-log.ts';
import { readClosing, type Closing, type ClosingStore } from './closing.ts';
import { statusOf, type ClosingStatus } from './lead-status.ts';
import { leadUpdate } from './lead-update.ts';
import { salesNotification } from './sales-notification.ts';

export interface UpdateLeadPorts {
  readonly store: ClosingStore & Pick<InteractionStore, 'markRequest'>;
  readonly salesforce: Pick<SalesforceClient, 'composite'>;
  readonly clock: Clock;
  /** Told of each request that the CRM has heard of. */
  readonly onClosed?: (status: ClosingStatus) => void;
}

/**
 * Writes lead and call log in one request, all or nothing, both by id: a repeat writes the same again. The number is
 * on the local do-not-call list before Salesforce hears, and Salesforce hears of every number that is on it.
 *
 * @throws RecordNotFoundError when the request was never received
 * @throws the client's errors, the one of the part that failed; then nothing was written
 */
export function createUpdateLead({ store, salesforce, clock, onClosed }: UpdateLeadPorts) {
  return async (input: UpdateLeadInput): Promise<UpdateLeadOutput> => {
    const closing = await readClosing(store, input);
    const { requestId, lead } = closing.request;
    if (closing.doNotCall && !closing.listed) {
      await store.doNotCall.add({ phone: lead.phone, source: 'CALL', requestId, at: clock.now() });
    }
    const taskId = await writeToCrm(salesforce, closing);
    await store.markRequest(requestId, { status: 'COMPLETED', at: clock.now() });
    onClosed?.(statusOf(closing));
    return { taskId, attempts: closing.attempts, notification: salesNotification(closing) };
  };
}

async function writeToCrm(salesforce: UpdateLeadPorts['salesforce'], closing: Closing): Promise<string> {
  const written = await salesforce.composite(
    {
      lead: part.update('Lead', closing.input.leadId, leadUpdate(closing)),
      callLog: part.upsert('Task', {
        externalId: { Atlas_Call_Id__c: callLogId(closing) },
        fields: callLog(closing),
        onCreate: { TaskSubtype: 'Call' },
      }),
    },
    { allOrNone: true },
  );
  return written.callLog.id;
}
