import { toIso, type CallingPolicy, type DialDecision, type Instant } from '@atlas-engine/domain';
import type { RequestRecord } from '@atlas-engine/interaction-store';
import type { WrapUpResponse } from '@atlas-engine/web-contracts';
import { mayBeCalledAt } from '../contact/calling-hours-of.ts';

type Warning = WrapUpResponse['warnings'][number];

const field = 'followUpAt';

function warningOf(decision: DialDecision): Warning | undefined {
  if (decision.kind === 'DIAL') return undefined;
  if (decision.kind === 'WAIT')
    return {
      ...{ code: 'FOLLOW_UP_OUTSIDE_CALLING_HOURS', field },
      message: `The person may not be called then; calling hours begin at ${toIso(decision.until)}.`,
    };
  return decision.reason === 'TIME_ZONE_UNKNOWN'
    ? { code: 'CALLING_HOURS_UNKNOWN', field, message: "The person's time zone is not known." }
    : {
        ...{ code: 'FOLLOW_UP_NOT_ALLOWED', field },
        message: `The person may not be called then (${decision.reason}).`,
      };
}

/** What speaks against calling the person at the promised moment. The promise is kept as it is: the agent decides. */
export function followUpWarnings(
  record: RequestRecord | undefined,
  followUpAt: Instant | undefined,
  policy: CallingPolicy,
): readonly Warning[] {
  if (record === undefined || followUpAt === undefined) return [];
  const warning = warningOf(mayBeCalledAt(record.request, followUpAt, policy));
  return warning === undefined ? [] : [warning];
}
