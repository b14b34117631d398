import type { CallRecord, LeadId, UpdateLeadInput, WrapUpMessage } from '@atlas-engine/domain';
import type { MessageAnswer, MessageMeta } from '@atlas-engine/function-kit';
import type { InteractionStore, RequestRecord } from '@atlas-engine/interaction-store';
import { part } from '@atlas-engine/salesforce-client';
import { readClosing } from './closing.ts';
import type { UpdateLeadPorts } from './update-lead.ts';
import { writeClosing } from './write-closing.ts';

export interface RecordWrapUpPorts extends Omit<UpdateLeadPorts, 'onClosed'> {
  readonly store: UpdateLeadPorts['store'] & Pick<InteractionStore, 'getWrapUp'>;
  /** Told of each wrap-up that Salesforce has got by this way. */
  readonly onRecorded?: () => void;
}

/** A message goes out before its wrap-up is written: one that is missing for so long was never saved. Milliseconds. */
const longestWrite = 60_000;

/** The workflow is over, or waits for a person: it will not tell the CRM by itself. */
const isOver = ({ status }: RequestRecord): boolean => status === 'COMPLETED' || status === 'PARKED';

/**
 * Brings a wrap-up to Salesforce that came after the workflow's own report, by writing that report again with what the
 * agent said; while the workflow is under way, only the wish not to be called, at once: its report takes the rest along.
 * Repeats and any order of messages end in the same records: what is written is always read anew.
 *
 * @throws the client's errors; the message comes again
 */
export function createRecordWrapUp(ports: RecordWrapUpPorts) {
  const { store, salesforce, clock, onRecorded } = ports;

  const isCurrent = async (record: RequestRecord, wrapUpVersion: number): Promise<boolean> => {
    const now = await store.getRequest(record.request.requestId);
    return now?.status === record.status && (now.wrapUpVersion ?? 0) === wrapUpVersion;
  };

  /** Told to come again when somebody saved meanwhile: the writer that comes last has read everything. */
  const writeReport = async (record: RequestRecord, leadId: LeadId): Promise<MessageAnswer> => {
    const calls = await store.listCalls(record.request.requestId);
    const closing = await readClosing(store, inputOf(record, leadId, calls));
    await writeClosing(salesforce, closing);
    if (!(await isCurrent(record, closing.wrapUpVersion))) return 'RETRY';
    for (const wrapUp of closing.wrapUps) await store.markWrapUpInCrm(wrapUp, clock.now());
    onRecorded?.();
    return 'DONE';
  };

  const forbidCalls = async (leadId: LeadId): Promise<MessageAnswer> => {
    const fields = { DoNotCall: true, Atlas_Status__c: 'DoNotCall' } as const;
    await salesforce.composite({ lead: part.update('Lead', leadId, fields) }, { allOrNone: true });
    onRecorded?.();
    return 'DONE';
  };

  const waitFor = (sentAt = 0): MessageAnswer => (clock.now() - sentAt < longestWrite ? 'RETRY' : 'DONE');

  return async (message: WrapUpMessage, { sentAt }: Pick<MessageMeta, 'sentAt'>): Promise<MessageAnswer> => {
    const wrapUp = await store.getWrapUp(message.contactId);
    if (wrapUp === undefined || wrapUp.revision < message.revision) return waitFor(sentAt);
    const record = await store.getRequest(message.requestId);
    // Without a lead the workflow has not begun, or a person looks after it: its report takes the wrap-up along.
    if (record?.leadId === undefined) return 'DONE';
    if (isOver(record)) return writeReport(record, record.leadId);
    return wrapUp.doNotCall ? forbidCalls(record.leadId) : 'DONE';
  };
}

/** What the workflow reported, or would report now. */
function inputOf(
  { request, closing }: RequestRecord,
  leadId: LeadId,
  calls: readonly CallRecord[],
): UpdateLeadInput {
  const { requestId } = request;
  const last = closing === undefined ? calls.findLast(({ result }) => result !== undefined) : undefined;
  const reported = calls.find(({ sequence }) => sequence === closing?.sequence) ?? last;
  const { result } = reported ?? {};
  return {
    ...{ requestId, leadId },
    ...(result === undefined ? {} : { call: result }),
    ...(closing?.failure === undefined ? {} : { failure: closing.failure }),
  };
}
