import { callingPolicySchema, defaultCallingPolicy, type PhoneNumber } from '@atlas-engine/domain';
import { createInMemoryInteractionStore } from '@atlas-engine/interaction-store/testing';
import { aRequest, fileOf, lineOf, noon } from '../fixtures/leads.ts';
import { readLeads } from '../leads-file/read-leads.ts';
import { preview } from './preview.ts';
import { takeIn } from './take-in.ts';

const intakeOf = (...lines: readonly string[]) =>
  takeIn(readLeads(fileOf(...lines), { ignoreUnknownColumns: false }), { campaign: 'autumn', now: noon });
const night = Date.UTC(2026, 10, 21, 6);

describe('preview', () => {
  it('asks the policy for every row and says what would be skipped, and why', async () => {
    const store = createInMemoryInteractionStore();
    const phone = '+12125550177' as PhoneNumber;
    await store.doNotCall.add({ phone, source: 'CRM', at: noon });
    await store.receiveRequest(aRequest(), noon);
    const intake = intakeOf(
      lineOf('lead-1'),
      lineOf('lead-2'),
      lineOf('lead-2'),
      lineOf('lead-3', { phone }),
      lineOf('lead-4', { phone: 'x' }),
      lineOf('lead-5', { phone: '+442079460000' }),
    );
    const found = await preview(intake, { store, now: noon, policy: defaultCallingPolicy });
    expect(found).toMatchObject({
      rows: 6,
      wouldBeCalled: 2,
      wouldWait: 0,
      wouldBeSkipped: 4,
      reasons: { ALREADY_REQUESTED: 1, DUPLICATE_ROW: 1, DO_NOT_CALL: 1, INVALID_PHONE: 1 },
    });
    expect(found.results.map(({ row, decision }) => [row, decision])).toEqual([
      [1, 'skip'],
      [2, 'call'],
      [3, 'skip'],
      [4, 'skip'],
      [5, 'skip'],
      [6, 'call'],
    ]);
  });

  it('says until when a call would wait, by the policy of the stage', async () => {
    const store = createInMemoryInteractionStore();
    const ask = async (policy: object) => {
      const parsed = callingPolicySchema.parse(policy);
      const found = await preview(intakeOf(lineOf('lead-2')), { store, now: night, policy: parsed });
      return found.results[0];
    };
    expect(await ask({})).toMatchObject({
      decision: 'wait',
      reason: 'OUTSIDE_CALLING_HOURS',
      until: '2026-11-21T15:00:00.000Z',
    });
    expect(await ask({ consentMaxAgeDays: 1 })).toMatchObject({
      decision: 'skip',
      reason: 'CONSENT_EXPIRED',
    });
  });

  it('gives the same answer twice and leaves nothing behind', async () => {
    const store = createInMemoryInteractionStore();
    const intake = intakeOf(...Array.from({ length: 40 }, (_, index) => lineOf(`lead-${index}`)));
    const ask = () => preview(intake, { store, now: night, policy: defaultCallingPolicy });
    const first = await ask();
    expect(await ask()).toEqual(first);
    expect(await store.getRequest(aRequest().requestId)).toBeUndefined();
  });
});
