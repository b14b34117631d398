import { callRecordSchema } from '../call.ts';
import { summaryDraftSchema } from '../call-summary.ts';
import { outreachRequestSchema } from '../outreach-request.ts';
import { parsePhone } from '../phone.ts';
import { scenarioSchema } from '../scenario.ts';
import { aCallRecord, americanPhone, aRequest, aScenario, aSummaryDraft, britishPhone } from './index.ts';

describe('the builders', () => {
  it('build what the contracts accept', () => {
    expect(outreachRequestSchema.parse(aRequest())).toEqual(aRequest());
    expect(scenarioSchema.parse(aScenario())).toEqual(aScenario());
    expect(summaryDraftSchema.parse(aSummaryDraft())).toEqual(aSummaryDraft());
    expect(callRecordSchema.parse(aCallRecord({ sequence: 3 }))).toMatchObject({ sequence: 3 });
    expect(aCallRecord({ sequence: 3 }).callId).not.toBe(aCallRecord().callId);
  });

  it('use reserved numbers only', () => {
    expect(parsePhone(americanPhone(99, '415'))).toMatchObject({ ok: true, phone: '+14155550199' });
    expect(parsePhone(britishPhone(999))).toMatchObject({ ok: true, phone: '+447700900999' });
    expect(() => americanPhone(0, '21')).toThrow('area code');
    expect(() => americanPhone(100)).toThrow('area code');
    expect(() => britishPhone(1000)).toThrow('900999');
  });
});
