import type {
  CallRecord,
  CallSummary,
  OutcomeKind,
  OutreachRequest,
  Reason,
  UpdateLeadInput,
} from '@atlas-engine/domain';
import { RecordNotFoundError, type InteractionStore } from '@atlas-engine/interaction-store';

/** A call in which a person spoke, and what came of it. */
export interface Conversation {
  readonly sequence: number;
  readonly summary: CallSummary;
}

/** All that the CRM is told of a request. */
export interface Closing {
  readonly input: UpdateLeadInput;
  readonly request: OutreachRequest;
  /** The placement that is reported; when there is only a failure, the last one. */
  readonly call: CallRecord | undefined;
  /** Of that placement. */
  readonly summary: CallSummary | undefined;
  /** The latest one of the request: in that placement or before it. */
  readonly conversation: Conversation | undefined;
  /** Calls that may have reached the network. */
  readonly attempts: number;
  readonly lastDialledAt: string | undefined;
  /** The number must not be called any more. */
  readonly doNotCall: boolean;
  /** The local list says so already. */
  readonly listed: boolean;
}

export type ClosingStore = Pick<InteractionStore, 'getRequest' | 'listCalls' | 'getSummary' | 'doNotCall'>;

/**
 * Reads what is known of a request at its end. Summaries come from the store; no model is asked.
 *
 * @throws RecordNotFoundError when the request was never received
 */
export async function readClosing(store: ClosingStore, input: UpdateLeadInput): Promise<Closing> {
  const { requestId } = input;
  const record = await store.getRequest(requestId);
  if (record === undefined) throw new RecordNotFoundError(`request ${requestId}`);
  const { request } = record;
  const [calls, listed] = await Promise.all([
    store.listCalls(requestId),
    store.doNotCall.has(request.lead.phone),
  ]);
  const call = callOf(input, calls);
  const summary = call === undefined ? undefined : await store.getSummary(call);
  const conversation = await latestConversation(store, calls);
  const doNotCall = listed || asksForSilence(input, summary);
  return { input, request, call, summary, conversation, ...attemptsOf(input, calls), doNotCall, listed };
}

const callOf = ({ call }: UpdateLeadInput, calls: readonly CallRecord[]): CallRecord | undefined =>
  call === undefined ? calls.at(-1) : calls.find(({ sequence }) => sequence === call.sequence);

async function latestConversation(
  store: Pick<InteractionStore, 'getSummary'>,
  calls: readonly CallRecord[],
): Promise<Conversation | undefined> {
  for (const { requestId, sequence, result } of calls.toReversed()) {
    if (result?.outcome !== 'ANSWERED') continue;
    const summary = await store.getSummary({ requestId, sequence });
    if (summary !== undefined) return { sequence, summary };
  }
  return undefined;
}

const neverReachedTheNetwork: readonly OutcomeKind[] = ['REFUSED', 'POSTPONED'];

function attemptsOf({ call }: UpdateLeadInput, calls: readonly CallRecord[]) {
  const dialled = calls.filter(
    ({ dialledAt, result }) =>
      dialledAt !== undefined && (result === undefined || !neverReachedTheNetwork.includes(result.outcome)),
  );
  return { attempts: call?.attempts ?? dialled.length, lastDialledAt: dialled.at(-1)?.dialledAt };
}

function asksForSilence({ call }: UpdateLeadInput, summary: CallSummary | undefined): boolean {
  const reasons: readonly (Reason | undefined)[] = [call?.reason, call?.next.reason];
  const asked = call?.disposition === 'DO_NOT_CALL' || summary?.doNotCallRequested === true;
  return asked || reasons.includes('DO_NOT_CALL');
}
