import type {
  CallRecord,
  CallSummary,
  OutcomeKind,
  OutreachRequest,
  Reason,
  UpdateLeadInput,
} from '@atlas-engine/domain';
import {
  RecordNotFoundError,
  type InteractionStore,
  type RequestRecord,
  type WrapUpRecord,
} from '@atlas-engine/interaction-store';
import { wordOfAgent } from './word-of-agent.ts';

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
  /** What agents said of the request's contacts, in order of time. */
  readonly wrapUps: readonly WrapUpRecord[];
  /** The newest of them that is about the reported placement or later: it wins over the summary. */
  readonly agent: WrapUpRecord | undefined;
  /** All of this holds only while the request's is the same. */
  readonly wrapUpVersion: number;
}

export type ClosingStore = Pick<
  InteractionStore,
  'getRequest' | 'listCalls' | 'getSummary' | 'doNotCall' | 'listWrapUps'
>;

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
  const [calls, listed, wrapUps] = await Promise.all([
    store.listCalls(requestId),
    store.doNotCall.has(request.lead.phone),
    wrapUpsOf(store, record),
  ]);
  const call = callOf(input, calls);
  const summary = call === undefined ? undefined : await store.getSummary(call);
  return {
    ...{ input, request, call, summary, listed, wrapUps },
    conversation: await latestConversation(store, calls),
    ...attemptsOf(input, calls),
    doNotCall: listed || asksForSilence(input, summary) || wrapUps.some((wrapUp) => wrapUp.doNotCall),
    agent: wordOfAgent(wrapUps, call),
    wrapUpVersion: record.wrapUpVersion ?? 0,
  };
}

const wrapUpsOf = async (store: ClosingStore, { request, wrapUpVersion = 0 }: RequestRecord) =>
  wrapUpVersion === 0 ? [] : store.listWrapUps(request.requestId);

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
