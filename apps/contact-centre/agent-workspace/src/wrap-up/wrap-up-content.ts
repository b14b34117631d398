import { cleanText, fromIso, millisecondsPerDay, type Instant } from '@atlas-engine/domain';
import type { WrapUpNews, WrapUpRecord } from '@atlas-engine/interaction-store';
import { wrapUpRequestSchema, type WrapUpRequest } from '@atlas-engine/web-contracts';
import type { ApiEvent } from '../http/api-event.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { readBody } from '../http/read-body.ts';

/** How far ahead a follow-up may be promised. */
const longestPromise = 366 * millisecondsPerDay;

export interface WrapUpContent {
  readonly content: WrapUpNews['content'];
  readonly revision: number;
}

/**
 * What the agent says. Notes are text, without control characters; who wants no call at all goes on the list, whichever of
 * the two ways the agent says it.
 *
 * @throws ApiProblem INVALID_REQUEST naming the field and what is allowed
 */
export function readWrapUp(event: ApiEvent): WrapUpContent {
  const body: WrapUpRequest = readBody(wrapUpRequestSchema, event);
  const { disposition, revision } = body;
  return {
    revision,
    content: {
      disposition,
      notes: cleanText(body.notes),
      followUpAt: body.followUpAt === undefined ? undefined : fromIso(body.followUpAt),
      doNotCall: body.doNotCall || disposition === 'DO_NOT_CALL',
    },
  };
}

/**
 * A follow-up lies in the future, but for one that was saved when it did.
 *
 * @throws ApiProblem INVALID_REQUEST
 */
export function checkFollowUp(
  followUpAt: Instant | undefined,
  stored: WrapUpRecord | undefined,
  now: Instant,
): void {
  if (followUpAt === undefined) return;
  if (stored?.followUpAt !== undefined && fromIso(stored.followUpAt) === followUpAt) return;
  if (followUpAt > now && followUpAt <= now + longestPromise) return;
  const message = 'followUpAt: must lie in the future, at most 366 days ahead';
  throw new ApiProblem('INVALID_REQUEST', message, { field: 'followUpAt' });
}
