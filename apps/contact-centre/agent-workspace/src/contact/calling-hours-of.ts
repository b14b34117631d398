import {
  decideWhetherToDial,
  toIso,
  type CallingPolicy,
  type DialDecision,
  type Instant,
  type OutreachRequest,
} from '@atlas-engine/domain';

const neverCalled = { attempts: [], doNotCall: false } as const;

const decide = (
  { requestId, lead }: OutreachRequest,
  question: { readonly at: Instant; readonly consent: OutreachRequest['consent'] },
  policy: CallingPolicy,
): DialDecision =>
  decideWhetherToDial({
    question: {
      ...{ requestId, phone: lead.phone, timeZone: lead.timeZone, consent: question.consent },
    },
    history: neverCalled,
    now: question.at,
    policy,
  });

/** Whether the person may be called at a moment, whatever was called before: by hours, holidays and consent. */
export const mayBeCalledAt = (request: OutreachRequest, at: Instant, policy: CallingPolicy): DialDecision =>
  decide(request, { at, consent: request.consent }, policy);

/** The calling hours where the person is: open now, or when they open; undefined where their time zone is not known. */
export function callingHoursOf(
  request: OutreachRequest,
  now: Instant,
  policy: CallingPolicy,
): { readonly isOpen: boolean; readonly opensAt?: string } | undefined {
  // Hours are the same with and without consent.
  const consent = { at: toIso(now), source: 'hours' };
  const decision = decide(request, { at: now, consent }, policy);
  switch (decision.kind) {
    case 'DIAL':
      return { isOpen: true };
    case 'WAIT':
      return { isOpen: false, opensAt: toIso(decision.until) };
    case 'REFUSE':
      return decision.reason === 'TIME_ZONE_UNKNOWN' ? undefined : { isOpen: false };
  }
}
