import {
  decideWhetherToDial,
  defaultCallingPolicy,
  dialQuestionOf,
  outreachRequestSchema,
  type OutreachRequest,
} from '@atlas-engine/domain';
import type { System } from '../kit/system.ts';
import { callAws } from './call-aws.ts';
import { clockOf, letPassUntil } from './time.ts';

const stateMachineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:AtlasEngineWorkflow-local:live';
/** Zones around the world: in one of them people may be called at any hour but those of a Sunday. */
const zones = ['America/New_York', 'Europe/London', 'Asia/Kolkata', 'Australia/Sydney', 'Pacific/Honolulu'];
/** Longer than the tests of a file take, hurried time included. */
const enough = 2 * 3600_000;

const requestOf = (requestId: string, digits: number, timeZone: string): OutreachRequest =>
  outreachRequestSchema.parse({
    requestId,
    campaign: 'browser-tests',
    channel: 'API',
    lead: {
      firstName: 'Quintessa',
      lastName: 'Zzyzxson',
      company: 'Zzyzx Orchards',
      phone: `+121255501${String(digits)}`,
      email: `${requestId}@example.com`,
      timeZone,
      locale: 'en-US',
    },
    consent: { at: '2026-10-01T09:00:00Z', source: 'web form' },
    interest: 'solar panels',
  });

/** When a lead of a zone may be called next. */
function callableFrom(timeZone: string, now: number): number {
  const question = dialQuestionOf(requestOf('when', 27, timeZone));
  const history = { attempts: [], doNotCall: false };
  const decision = decideWhetherToDial({ question, history, now, policy: defaultCallingPolicy });
  return decision.kind === 'WAIT' ? decision.until : now;
}

/** A zone whose leads may be called for a while. */
const openZone = (now: number): string | undefined =>
  zones.find((zone) => callableFrom(zone, now) === now && callableFrom(zone, now + enough) === now + enough);

/** Lets time pass until leads may be called for a while: before anybody signs in, because sessions end with time. */
export async function untilLeadsMayBeCalled(system: System): Promise<void> {
  const now = (await clockOf(system)).getTime();
  if (openZone(now) !== undefined) return;
  // Right after a zone has opened, it stays so for long.
  const openings = zones.map((zone) => callableFrom(zone, now)).filter((opening) => opening > now);
  await letPassUntil(system, Math.min(...openings) + 60_000);
}

/** Starts the outreach of a lead whose number's last two digits choose who answers; 27 to 29 ask for a person. */
export async function callLead(system: System, requestId: string, digits: number): Promise<void> {
  const zone = openZone((await clockOf(system)).getTime()) ?? zones[0] ?? '';
  const request = requestOf(requestId, digits, zone);
  await callAws(system, {
    target: 'AWSStepFunctions.StartExecution',
    service: 'states',
    body: { stateMachineArn, name: requestId, input: JSON.stringify({ request }) },
  });
}
