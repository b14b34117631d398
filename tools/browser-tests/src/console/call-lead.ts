import type { System } from '../kit/system.ts';
import { callAws } from './call-aws.ts';
import { clockOf } from './time.ts';

const stateMachineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:AtlasEngineWorkflow-local:live';
/** Zones around the world: in one of them it is working time at any hour but those of a Sunday. */
const zones = ['America/New_York', 'Europe/London', 'Asia/Kolkata', 'Australia/Sydney', 'Pacific/Honolulu'];

/** Starts the outreach of a lead whose number's last two digits choose who answers; 27 to 29 ask for a person. */
export async function callLead(system: System, requestId: string, digits: number): Promise<void> {
  const now = await clockOf(system);
  const request = {
    requestId,
    campaign: 'browser-tests',
    channel: 'API',
    lead: {
      firstName: 'Quintessa',
      lastName: 'Zzyzxson',
      company: 'Zzyzx Orchards',
      phone: `+121255501${String(digits)}`,
      email: `${requestId}@example.com`,
      timeZone: zones.find((zone) => isWorkingTime(now, zone)) ?? 'America/New_York',
      locale: 'en-US',
    },
    consent: { at: '2026-10-01T09:00:00Z', source: 'web form' },
    interest: 'solar panels',
  };
  await callAws(system, {
    target: 'AWSStepFunctions.StartExecution',
    service: 'states',
    body: { stateMachineArn, name: requestId, input: JSON.stringify({ request }) },
  });
}

function isWorkingTime(at: Date, timeZone: string): boolean {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hour: 'numeric',
    hourCycle: 'h23',
    weekday: 'short',
  });
  const of = (type: string) => parts.formatToParts(at).find((part) => part.type === type)?.value ?? '';
  return of('weekday') !== 'Sun' && Number(of('hour')) >= 10 && Number(of('hour')) < 16;
}
