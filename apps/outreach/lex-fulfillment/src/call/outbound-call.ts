import {
  type CallId,
  type CallKey,
  callOfAttributes,
  type OutreachRequest,
  type Scenario,
} from '@atlas-engine/domain';
import type { CodeHookEvent } from '@atlas-engine/lex-contracts';
import { fromPhoneCall } from '../conversation/channel.ts';
import type { LexFulfillmentPorts } from '../ports.ts';

/** A call that we placed, with what was written for it. */
export interface OutboundCall extends CallKey {
  readonly callId: CallId;
  readonly request: OutreachRequest;
  readonly scenario: Scenario;
}

/** The call that a turn names, true or not. */
export const namedCall = (event: CodeHookEvent) =>
  fromPhoneCall(event) ? callOfAttributes(event.sessionState.sessionAttributes) : undefined;

/**
 * Finds the call of ours that a turn belongs to. The flow names it in the session; a client could, too, so the turn must
 * come from a phone call, and the call must be on record under all three of its keys.
 */
export const createFindOutboundCall =
  ({ store }: Pick<LexFulfillmentPorts, 'store'>) =>
  async (event: CodeHookEvent): Promise<OutboundCall | undefined> => {
    const named = namedCall(event);
    if (named === undefined) return undefined;
    const { requestId } = named;
    const [call, found, scenario] = await Promise.all([
      store.getCall(named),
      store.getRequest(requestId),
      store.getScenario(requestId),
    ]);
    if (call?.callId !== named.callId || found === undefined || scenario === undefined) return undefined;
    return { ...named, request: found.request, scenario };
  };
