import type { DialDecision, RequestId } from '@atlas-engine/domain';
import type { InteractionStore } from '../../interaction-store.ts';
import { aRequest, aSummary, keyOf, leadId, minute, noon, requestId } from '../fixtures.ts';
import { iso, type StoreBench } from './store-under-test.ts';

export function describeTimeline(bench: StoreBench): void {
  let store: InteractionStore;
  const { placed } = bench;
  beforeEach(() => {
    ({ store } = bench.current());
  });

  describe(`the timeline in ${bench.name}`, () => {
    it('tells everything about a request in order', async () => {
      await store.receiveRequest(aRequest(), noon - 9 * minute);
      await store.recordLead(requestId, { leadId, created: true, duplicate: false }, noon - 8 * minute);
      await placed();
      const decisions: DialDecision[] = [
        { kind: 'REFUSE', reason: 'DO_NOT_CALL' },
        { kind: 'WAIT', reason: 'TOO_SOON', until: noon },
        { kind: 'DIAL', zones: ['America/New_York'] },
      ];
      for (const [index, decision] of decisions.entries()) {
        await store.recordDecision(keyOf(), decision, noon - (3 - index) * minute);
      }
      await store.recordContact({
        key: keyOf(),
        answeredAt: noon + 2000,
        endedAt: noon + 9000,
        disconnectReason: 'OTHER',
        at: noon,
      });
      await store.appendEvent({
        requestId,
        at: noon + minute,
        kind: 'SMS_SENT',
        details: { parts: 2, cost: undefined },
      });
      await store.receiveRequest(aRequest({ requestId: 'other' as RequestId }), noon);
      await store.saveSummary({ key: keyOf(), summary: aSummary(), turns: [] });
      await store.markRequest(requestId, {
        status: 'PARKED',
        at: noon + 2 * minute,
        reason: 'CRM_UNAVAILABLE',
      });
      await store.markRequest(requestId, { status: 'COMPLETED', at: noon + 3 * minute });

      const timeline = await store.timeline(requestId);

      expect(timeline.map(({ kind }) => kind)).toEqual([
        'REQUEST_RECEIVED',
        'LEAD_RECORDED',
        'DIAL_DECIDED',
        'DIAL_DECIDED',
        'DIAL_DECIDED',
        'CALL_REQUESTED',
        'CALL_DIALLED',
        'CALL_PLACED',
        'CALL_ANSWERED',
        'CALL_ENDED',
        'SMS_SENT',
        'REQUEST_PARKED',
        'REQUEST_COMPLETED',
      ]);
      expect(timeline[3]).toEqual({
        at: iso(noon - 2 * minute),
        kind: 'DIAL_DECIDED',
        sequence: 1,
        details: { decision: 'WAIT', reason: 'TOO_SOON', until: iso(noon) },
      });
      expect(timeline[10]?.details).toEqual({ parts: 2 });
      expect(JSON.stringify(timeline)).not.toContain('2125550100');
    });

    it('keeps an event once, and two events of one moment apart', async () => {
      const event = { requestId, at: noon, kind: 'SMS_SENT', details: { parts: 2 } };
      await store.appendEvent(event);
      await store.appendEvent(event);
      await store.appendEvent({ ...event, details: { parts: 3 } });

      expect(await store.timeline(requestId)).toHaveLength(2);
    });
  });
}
