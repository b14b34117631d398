import { deriveRequestId, type Disposition, type OutreachRequest, toIso } from '@atlas-engine/domain';
import type { CodeHookResponse } from '@atlas-engine/lex-contracts';
import type { AgreedTime } from '../intents/reschedule-call.ts';
import { type FoundRequest, newestOpenRequest } from './newest-open-request.ts';
import { planCall } from '../timing/plan-call.ts';
import type { LexFulfillmentPorts } from '../ports.ts';
import { hasEnded, type StateOf } from './request-state.ts';
import { done, notDone } from '../conversation/say.ts';
import type { Turn } from '../conversation/turn.ts';

type RescheduleTurn = Turn<'RescheduleCall'>;

/** After a call that ended so, its person is called again only by a request of their own. */
const refusals: readonly (Disposition | undefined)[] = ['NOT_INTERESTED', 'DO_NOT_CALL', 'WRONG_NUMBER'];

/** The request again, at another time: the same wish and the same consent, and one request for each time named. */
function requestAgain(
  { request }: FoundRequest['record'],
  turn: RescheduleTurn,
  iso: string,
): OutreachRequest {
  const { campaign, lead, interest } = request;
  return {
    ...request,
    requestId: deriveRequestId(campaign, lead.phone, `${interest} / again at ${iso}`),
    channel: turn.channel,
    preferredTime: iso,
  };
}

/**
 * Moves a call to another time as far as that is possible. The input of a running workflow cannot change: its request
 * gets the event RESCHEDULE_REQUESTED, which a person has to act upon, and the customer hears just that. A request that
 * has ended is made again, unless its last call ended in a refusal or its consent is too old.
 */
export function createMoveCall(
  ports: Pick<LexFulfillmentPorts, 'store' | 'workflow' | 'policy' | 'count'> & { readonly stateOf: StateOf },
) {
  const { store, workflow, policy, count } = ports;

  const note = async (
    found: FoundRequest,
    turn: RescheduleTurn,
    timing: AgreedTime,
  ): Promise<CodeHookResponse> => {
    const { moment } = timing.preferred;
    await store.appendEvent({
      requestId: found.record.request.requestId,
      at: turn.now,
      kind: 'RESCHEDULE_REQUESTED',
      details: { preferredTime: toIso(moment.at), channel: turn.channel },
    });
    count('RescheduleRequested');
    return done(turn, turn.texts.rescheduleNoted(moment));
  };

  const mayCallAgain = async (
    { record }: FoundRequest,
    turn: RescheduleTurn,
    { callee, preferred }: AgreedTime,
  ) => {
    const { requestId, consent } = record.request;
    const last = (await store.listCalls(requestId)).at(-1)?.result;
    const plan = planCall({ ...callee, consent }, { now: turn.now, policy }, preferred.moment);
    return !refusals.includes(last?.disposition) && plan.kind === 'POSSIBLE';
  };

  const again = async (
    found: FoundRequest,
    turn: RescheduleTurn,
    timing: AgreedTime,
  ): Promise<CodeHookResponse> => {
    if (!(await mayCallAgain(found, turn, timing))) return notDone(turn, turn.texts.rescheduleNeedsConsent);
    const { moment } = timing.preferred;
    const request = requestAgain(found.record, turn, toIso(moment.at));
    count((await workflow.start(request)) === 'STARTED' ? 'RequestStarted' : 'RequestRepeated');
    return done(turn, turn.texts.rescheduled(moment));
  };

  return async (turn: RescheduleTurn, timing: AgreedTime): Promise<CodeHookResponse> => {
    const found = await newestOpenRequest(ports, timing.callee.phone, turn.now);
    if (found === undefined) return notDone(turn, turn.texts.noRequest);
    return hasEnded(found.state) ? again(found, turn, timing) : note(found, turn, timing);
  };
}
