import {
  timeZonesOf,
  type CallingPolicy,
  type Instant,
  type Lead,
  type OutreachRequest,
} from '@atlas-engine/domain';
import type { Matter, Person } from '@atlas-engine/web-contracts';
import { maskNumber } from '../number/mask-number.ts';
import { callingHoursOf } from './calling-hours-of.ts';

/** A number may lie in several zones: then nobody knows what time it is for the person. */
function timeZoneOf({ timeZone, phone }: Lead): string | undefined {
  if (timeZone !== undefined) return timeZone;
  const [only, ...others] = timeZonesOf(phone);
  return others.length === 0 ? only : undefined;
}

const nameOf = ({ firstName, lastName }: Lead): string =>
  firstName === undefined ? lastName : `${firstName} ${lastName}`;

/** Who the lead is, as the agent may see it. */
export function personOf(
  request: OutreachRequest,
  now: { readonly at: Instant; readonly doNotCall: boolean; readonly policy: CallingPolicy },
): Person {
  const { lead } = request;
  return {
    name: nameOf(lead),
    company: lead.company,
    maskedNumber: maskNumber(lead.phone),
    locale: lead.locale,
    timeZone: timeZoneOf(lead),
    callingHours: callingHoursOf(request, now.at, now.policy),
    doNotCall: now.doNotCall,
  };
}

/** Why we call, or what the person once asked for. */
export const matterOf = (request: OutreachRequest, sequence: number | undefined): Matter => ({
  requestId: request.requestId,
  campaign: request.campaign,
  interest: request.interest,
  channel: request.channel,
  notes: request.notes,
  preferredTime: request.preferredTime,
  consent: { ...request.consent },
  sequence,
});
