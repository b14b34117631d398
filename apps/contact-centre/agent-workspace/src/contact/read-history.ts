import type { CallRecord, CallSummary, ContactId, PhoneNumber } from '@atlas-engine/domain';
import type { InteractionStore, RequestRecord, WrapUpRecord } from '@atlas-engine/interaction-store';
import type { History, HistoryEntry } from '@atlas-engine/web-contracts';

export type HistoryStore = Pick<
  InteractionStore,
  'listRequestsByPhone' | 'listCalls' | 'getSummary' | 'listWrapUps'
>;

/** Requests and entries that are shown; older ones are only said to be there. */
export const historyLimits = { requests: 10, entries: 50 } as const;

const requestEntry = ({ request, receivedAt }: RequestRecord): HistoryEntry => ({
  id: `request-${request.requestId}`,
  at: receivedAt,
  kind: 'REQUEST',
  requestId: request.requestId,
  channel: request.channel,
  interest: request.interest,
});

const callEntry = (call: CallRecord, summary: CallSummary | undefined): HistoryEntry => ({
  id: `call-${call.callId}`,
  at: call.dialledAt ?? call.createdAt,
  kind: 'CALL',
  requestId: call.requestId,
  sequence: call.sequence,
  outcome: call.result?.outcome,
  disposition: call.result?.disposition,
  summary: summary?.summary,
  nextStep: summary?.nextStep,
  followUpAt: summary?.followUpAt ?? undefined,
});

const wrapUpEntry = (requestId: string, wrapUp: WrapUpRecord): HistoryEntry => ({
  id: `wrap-up-${wrapUp.contactId}`,
  at: wrapUp.savedAt,
  kind: 'WRAP_UP',
  requestId,
  sequence: wrapUp.sequence,
  disposition: wrapUp.disposition,
  followUpAt: wrapUp.followUpAt,
  agent: wrapUp.agent.userName,
  notes: wrapUp.notes,
});

/** Reads what passed between us and the owner of a number, newest first, without the contact that is shown. */
export function createReadHistory(store: HistoryStore) {
  const callsOf = async ({ request }: RequestRecord, contactId: ContactId) => {
    const calls = await store.listCalls(request.requestId);
    const others = calls.filter((call) => call.contactId !== contactId);
    return Promise.all(
      others.map(async (call) =>
        callEntry(call, call.result === undefined ? undefined : await store.getSummary(call)),
      ),
    );
  };

  const wrapUpsOf = async ({ request, wrapUpVersion = 0 }: RequestRecord, contactId: ContactId) => {
    const wrapUps = wrapUpVersion === 0 ? [] : await store.listWrapUps(request.requestId);
    return wrapUps
      .filter((wrapUp) => wrapUp.contactId !== contactId)
      .map((wrapUp) => wrapUpEntry(request.requestId, wrapUp));
  };

  const entriesOf = async (record: RequestRecord, contactId: ContactId): Promise<readonly HistoryEntry[]> => {
    const [calls, wrapUps] = await Promise.all([callsOf(record, contactId), wrapUpsOf(record, contactId)]);
    return [requestEntry(record), ...calls, ...wrapUps];
  };

  return async (phone: PhoneNumber | undefined, contactId: ContactId): Promise<History> => {
    const records = phone === undefined ? [] : await store.listRequestsByPhone(phone);
    const shown = records.slice(0, historyLimits.requests);
    const entries = await Promise.all(shown.map((record) => entriesOf(record, contactId)));
    const sorted = entries.flat().sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
    return {
      entries: sorted.slice(0, historyLimits.entries),
      truncated: records.length > shown.length || sorted.length > historyLimits.entries,
    };
  };
}
