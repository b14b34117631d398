import {
  decideWhetherToDial,
  deriveRequestId,
  fromIso,
  instantOfLocal,
  type CallingPolicy,
  type Consent,
  type DialQuestion,
  type Instant,
  type NumberHistory,
  type PhoneNumber,
  type Reason,
  timeZonesOf,
  toIso,
} from '@atlas-engine/domain';
import type { LocalMoment } from '../texts/texts.ts';

/** Whose call is planned, and what is known of their number. */
export interface Callee {
  readonly phone: PhoneNumber;
  readonly history: NumberHistory;
  /** Absent while it is still to be asked for. */
  readonly consent?: Consent | undefined;
}

/** When a call is possible; `REFUSED` when it is at no time that the policy can see. */
export type CallPlan =
  | { readonly kind: 'POSSIBLE'; readonly moment: LocalMoment }
  | { readonly kind: 'REFUSED'; readonly reason: Reason };

/** The policy looks for permitted moments on quarter hours. */
export const quarterHour = 900_000;

/**
 * The zone that a number's owner is taken to be in when a time of day is said: of several the one where that time
 * comes last, so that no zone is called before it.
 */
export function momentOfLocal(phone: PhoneNumber, local: number): LocalMoment | undefined {
  const moments = timeZonesOf(phone).map((zone) => ({ zone, at: instantOfLocal(zone, local) }));
  return moments.sort((a, b) => b.at - a.at)[0];
}

/**
 * Asks the calling policy what the dialler will ask it: when may this person be called, not before `notBefore`?
 * The first permitted moment of the policy is the answer, which is later than asked for outside calling hours.
 */
export function planCall(
  callee: Callee,
  { now, policy }: { readonly now: Instant; readonly policy: CallingPolicy },
  notBefore?: LocalMoment,
): CallPlan {
  const question = questionOf(callee, now, notBefore);
  const decision = decideWhetherToDial({ question, history: callee.history, now, policy });
  const zone = notBefore?.zone ?? zoneOf(callee.phone);
  switch (decision.kind) {
    case 'DIAL':
      return { kind: 'POSSIBLE', moment: { at: now, zone } };
    case 'WAIT':
      return { kind: 'POSSIBLE', moment: { at: decision.until, zone } };
    case 'REFUSE':
      return { kind: 'REFUSED', reason: decision.reason };
  }
}

const questionOf = (
  { phone, consent }: Callee,
  now: Instant,
  notBefore: LocalMoment | undefined,
): DialQuestion => ({
  requestId: deriveRequestId('chat', phone, ''),
  phone,
  consent: consent ?? { at: toIso(now), source: 'to be asked for' },
  notBefore: notBefore?.at,
});

/** The zone that moments are told in when none was named: the first that the number may be in. */
export const zoneOf = (phone: PhoneNumber): string => timeZonesOf(phone)[0] ?? 'UTC';

/** A stored moment, on the clocks where the number is. */
export const momentOfIso = (iso: string, phone: PhoneNumber): LocalMoment => ({
  at: fromIso(iso),
  zone: zoneOf(phone),
});
