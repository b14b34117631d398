import { deriveRequestId, outreachRequestSchema, toIso, type OutreachRequest } from '@atlas-engine/domain';
import type { BotIntent, CodeHookResponse } from '@atlas-engine/lex-contracts';
import type { FoundTime } from '../timing/find-time.ts';
import type { LexFulfillmentPorts } from '../ports.ts';
import { describeState, type StateOf } from './request-state.ts';
import { done } from '../conversation/say.ts';
import { valueIn } from '../slots/read-slots.ts';
import type { Turn } from '../conversation/turn.ts';

type CallTurn = Turn<'RequestCall'>;

/** The longest that Lex keeps a session, in milliseconds. Source: Lex quotas. */
const sessionHolds = 24 * 3_600_000;

/** Requests that come out of a conversation are one campaign, so that the same wish twice is one request. */
const campaign = 'chat';

/** Consent is given here and now, in so many words; the session's id leads to the conversation. */
const consentOf = ({ channel, sessionId, now }: CallTurn) => ({
  at: toIso(now),
  source: `${channel.toLowerCase()}, session ${sessionId}`,
});

function requestOf(turn: CallTurn, { slots }: BotIntent<'RequestCall'>, timing: FoundTime): OutreachRequest {
  const { phone } = timing.callee;
  const interest = valueIn(slots.Interest) ?? '';
  return outreachRequestSchema.parse({
    requestId: deriveRequestId(campaign, phone, interest),
    campaign,
    channel: turn.channel,
    lead: {
      firstName: valueIn(slots.FirstName),
      lastName: valueIn(slots.LastName),
      phone,
      locale: turn.locale,
    },
    consent: consentOf(turn),
    interest,
    ...(timing.preferred === undefined ? {} : { preferredTime: toIso(timing.preferred.moment.at) }),
  });
}

/** Starts the workflow of a request that is complete. Who asks twice hears what became of the first time. */
export function createStartRequest({
  store,
  workflow,
  count,
  logger,
  stateOf,
}: Pick<LexFulfillmentPorts, 'store' | 'workflow' | 'count' | 'logger'> & { readonly stateOf: StateOf }) {
  const tellState = async (turn: CallTurn, { requestId }: OutreachRequest): Promise<string> => {
    const record = await store.getRequest(requestId);
    if (record !== undefined) return describeState(await stateOf(record, turn.now), turn.texts);
    // Its first step has not stored it yet, or never could: then the workflow has parked it for a person.
    const { preparing, withColleague } = turn.texts.status;
    return (await workflow.isRunning(requestId)) ? preparing : withColleague;
  };

  /** Who asks for a person later in the same chat is known by the request that they made in it, and by no other. */
  const noteRequest = async (
    { channel, sessionId, now }: CallTurn,
    request: OutreachRequest,
  ): Promise<void> => {
    if (channel !== 'CHAT') return;
    const { requestId } = request;
    try {
      await store.noteRequestOfSession({ sessionId, requestId, expiresAt: now + sessionHolds });
    } catch (error) {
      // The request is under way: nothing is to be repeated for the sake of a note.
      logger.error('the request of a conversation was not noted', { requestId, error });
    }
  };

  return async (
    turn: CallTurn,
    intent: BotIntent<'RequestCall'>,
    timing: FoundTime,
  ): Promise<CodeHookResponse> => {
    const request = requestOf(turn, intent, timing);
    if ((await workflow.start(request)) === 'EXISTS') {
      count('RequestRepeated');
      return done(turn, [turn.texts.knownRequest, await tellState(turn, request)]);
    }
    count('RequestStarted');
    await noteRequest(turn, request);
    const { expected } = timing;
    return done(turn, expected.at <= turn.now ? turn.texts.callSoon : turn.texts.callAt(expected));
  };
}
