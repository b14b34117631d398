import { fromIso, millisecondsPerDay, parseIso, toIso, type Instant } from '@atlas-engine/domain';
import type { Clock } from '@atlas-engine/function-kit';
import type { InteractionStore, WrapUpRecord } from '@atlas-engine/interaction-store';
import { longestDayHours, type AgentDay } from '@atlas-engine/web-contracts';
import type { ContactCentre } from '../contact-centre/contact-centre.ts';
import { remembered } from '../contact-centre/remembered.ts';
import type { AgentRequest } from '../http/answer-request.ts';
import { ApiProblem } from '../http/api-problem.ts';

export interface ReadDayPorts {
  readonly contactCentre: Pick<ContactCentre, 'findAgent' | 'figuresOf'>;
  readonly store: Pick<InteractionStore, 'listFollowUps' | 'getRequest'>;
  readonly clock: Clock;
}

const longestDay = longestDayHours * 3_600_000;
/** Promises of one day that are shown. */
const mostCallbacks = 50;
const agentMilliseconds = 600_000;

function readFrom({ event }: AgentRequest, now: Instant): Instant {
  const from = parseIso(event.queryStringParameters['from'] ?? '');
  if (from !== undefined && from <= now && now - from <= longestDay) return from;
  const allowed = `the start of the day, ISO 8601 with an offset, at most ${String(longestDayHours)} hours ago`;
  throw new ApiProblem('INVALID_REQUEST', `from: must be ${allowed}`, { field: 'from' });
}

/** `GET /api/me/day`: what the agent did since the start of the day, by Amazon Connect's metrics, and has promised for it. */
export function createReadDay({ contactCentre, store, clock }: ReadDayPorts) {
  const agentOf = remembered(contactCentre.findAgent, { clock, milliseconds: agentMilliseconds });

  const callbackOf = async ({ contactId, followUpAt = '', requestId }: WrapUpRecord) => {
    const record = requestId === undefined ? undefined : await store.getRequest(requestId);
    const { firstName, lastName } = record?.request.lead ?? {};
    const name = [firstName, lastName].filter((part) => part !== undefined).join(' ');
    return { contactId, at: followUpAt, requestId, ...(name === '' ? {} : { name }) };
  };

  const callbacksOf = async (userName: string, day: { readonly now: Instant; readonly end: Instant }) => {
    const found = await store.listFollowUps({ userName, before: day.end, limit: mostCallbacks });
    const due = found.filter(({ followUpAt }) => followUpAt !== undefined && fromIso(followUpAt) >= day.now);
    return Promise.all(due.toReversed().map(callbackOf));
  };

  return async (request: AgentRequest): Promise<AgentDay> => {
    const now = clock.now();
    const from = readFrom(request, now);
    const agent = await agentOf(request.userName);
    if (agent === undefined)
      throw new ApiProblem('UNAUTHENTICATED', 'Amazon Connect has no user of this name.');
    const [figures, callbacks] = await Promise.all([
      contactCentre.figuresOf(agent.id, { from, to: now }),
      callbacksOf(agent.userName, { now, end: from + millisecondsPerDay }),
    ]);
    return { from: toIso(from), asOf: toIso(now), ...figures, callbacks };
  };
}
