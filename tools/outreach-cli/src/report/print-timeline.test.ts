import type { LeadId } from '@atlas-engine/domain';
import { aRequest } from '../fixtures/leads.ts';
import type { RequestTimeline } from '../run/read-timeline.ts';
import { printTimeline } from './print-timeline.ts';

const at = '2026-11-21T15:00:00.000Z';
const timeline: RequestTimeline = {
  request: {
    request: aRequest({ interest: 'solar\u001b[31m\npanels' }),
    status: 'COMPLETED',
    receivedAt: at,
    leadId: '00Q000000000001AAA' as LeadId,
  },
  workflow: [
    { at, kind: 'STATE', what: 'CreateLead' },
    { at, kind: 'CRM_WRITE', what: 'lead 00Q000000000001AAA created' },
    { at, kind: 'END', what: 'SUCCEEDED' },
  ],
  events: [
    { at, kind: 'DIAL_DECIDED', sequence: 1, details: { decision: 'DIAL', zones: ['America/New_York'] } },
  ],
  conversations: [
    {
      sequence: 1,
      transcript: {
        truncated: false,
        turns: [{ speaker: 'CUSTOMER', from: 61.25, to: 62, text: 'Yes\r\nplease.' }],
      },
      summary: {
        disposition: 'INTERESTED',
        sentiment: 'POSITIVE',
        interestLevel: 'HIGH',
        summary: 'The customer is interested.',
        objections: [],
        nextStep: '',
        followUpAt: null,
        doNotCallRequested: false,
        evidence: [],
        source: 'RULES',
        promptVersion: '1',
        ungrounded: [],
      },
      blocks: [
        { at, flow: 'AtlasEngineOutbound', block: 'Greet', branch: 'next' },
        { at, flow: 'AtlasEngineDisconnect', block: 'Say goodbye', branch: 'NoMatchingError' },
      ],
    },
    { sequence: 2, transcript: undefined, summary: undefined, blocks: [] },
  ],
};

describe('printTimeline', () => {
  it('tells states, CRM writes, events, what was said and how it was summed up', () => {
    expect(printTimeline(timeline).split('\n')).toEqual([
      'Request lead-1: COMPLETED',
      'Lead 00Q000000000001AAA, interest "solar [31m panels", campaign "autumn"',
      '',
      'Workflow:',
      `  ${at}  CreateLead`,
      `  ${at}  SUCCEEDED`,
      '',
      'CRM writes:',
      `  ${at}  lead 00Q000000000001AAA created`,
      '',
      'Events:',
      `  ${at}  #1  DIAL_DECIDED  decision=DIAL zones=America/New_York`,
      '',
      'Call #1:',
      '  01:01.3  CUSTOMER  Yes please.',
      '',
      '  INTERESTED, POSITIVE: The customer is interested.',
      '  Next: nothing',
      '',
      'Flows of call #1:',
      `  ${at}  AtlasEngineOutbound    Greet        next`,
      `  ${at}  AtlasEngineDisconnect  Say goodbye  NoMatchingError`,
    ]);
  });

  it('says when the history of the workflow is gone, and why a request waits', () => {
    const parked = { ...timeline.request, status: 'PARKED', parkedReason: 'CRM_UNAVAILABLE' } as const;
    const text = printTimeline({ ...timeline, request: parked, workflow: undefined });
    expect(text).toContain('Request lead-1: PARKED (CRM_UNAVAILABLE)');
    expect(text).toContain('Workflow:\n  its history is not kept\n');
    expect(text).not.toContain('CRM writes');
  });
});
