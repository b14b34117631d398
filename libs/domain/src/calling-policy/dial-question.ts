import type { CallResult } from '../call.ts';
import { fromIso } from '../instant.ts';
import type { OutreachRequest } from '../outreach-request.ts';
import type { DialQuestion, Instant } from './decision.ts';

/**
 * What to ask the calling policy for a request, given the results of its earlier calls: the preferred time, and the
 * time that the recipient named when they asked to be called back.
 *
 * @throws InvalidInstantError for a request or result that no schema has parsed.
 */
export function dialQuestionOf(request: OutreachRequest, results: readonly CallResult[] = []): DialQuestion {
  const agreed = results.flatMap(agreedTimesOf);
  return {
    requestId: request.requestId,
    phone: request.lead.phone,
    timeZone: request.lead.timeZone,
    consent: request.consent,
    notBefore: request.preferredTime === undefined ? undefined : fromIso(request.preferredTime),
    agreedAt: agreed.length === 0 ? undefined : Math.max(...agreed),
  };
}

/** A call that ended with a wish to be called back is repeated at the time that was named, or after the usual pause. */
const agreedTimesOf = ({ disposition, next }: CallResult): Instant[] =>
  disposition === 'CALL_BACK' && next.action === 'RETRY' ? [fromIso(next.at)] : [];
