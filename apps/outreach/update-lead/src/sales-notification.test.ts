import {
  dispositions,
  outcomeKinds,
  reasonSchema,
  requestIdSchema,
  salesNotificationSchema,
  type CallResult,
  type CallSummary,
} from '@atlas-engine/domain';
import { aLead, aRequest, americanPhone } from '@atlas-engine/domain/testing';
import * as fc from 'fast-check';
import { aSummary, arrange, leadId } from './fixtures/arrange.ts';

/** Words that no id and no closed list can hold by chance. */
const personal = fc
  .array(fc.constantFrom('α', 'β', 'γ', 'δ', 'ζ', 'θ', 'λ', 'ξ', 'π', 'σ', 'φ', 'ψ', 'ω'), {
    minLength: 3,
    maxLength: 20,
  })
  .map((letters) => letters.join(''));

const person = fc.record({
  firstName: personal,
  lastName: personal,
  company: personal,
  interest: personal,
  notes: personal,
  spoken: personal,
  phone: fc.integer({ min: 0, max: 99 }).map((index) => americanPhone(index)),
});

const ending = fc.record(
  {
    outcome: fc.constantFrom(...outcomeKinds),
    disposition: fc.constantFrom(...dispositions),
    reason: fc.constantFrom(...reasonSchema.options),
  },
  { requiredKeys: ['outcome'] },
) as fc.Arbitrary<Partial<CallResult>>;

describe('the notification of the sales team', () => {
  it('says what came of the request in ids and words from closed lists', async () => {
    const { requestId, update, call } = await arrange();
    const result = await call({ result: { disposition: 'INTERESTED' }, summary: aSummary() });
    const { notification } = await update({ requestId, leadId, call: result });
    expect(notification).toEqual({
      subject: 'Atlas: INTERESTED',
      message: [
        'Request: request-1',
        'Lead: 00Q000000000001AAA',
        'Status: Reached',
        'Outcome: ANSWERED',
        'Disposition: INTERESTED',
        'Interest: HIGH',
        'Attempts: 1',
      ].join('\n'),
    });
  });

  it('holds nothing of the person and of what was said, whatever the call came to', async () => {
    await fc.assert(
      fc.asyncProperty(person, ending, fc.boolean(), async (who, result, failed) => {
        const { firstName, lastName, company, interest, notes, phone, spoken } = who;
        const lead = aLead({ firstName, lastName, company, phone, email: 'person@example.com' });
        const requestId = requestIdSchema.parse('r-0f0f0f');
        const { update, call } = await arrange(aRequest({ requestId, lead, interest, notes }));
        const said: Partial<CallSummary> = { summary: spoken, nextStep: spoken, objections: [spoken] };
        const ended = await call({ result, summary: aSummary({ ...said, evidence: [spoken] }) });
        const { notification } = await update(
          failed ? { requestId, leadId, failure: 'CALL_LOST' } : { requestId, leadId, call: ended },
        );
        expect(salesNotificationSchema.parse(notification)).toEqual(notification);
        const text = `${notification.subject}\n${notification.message}`;
        const known = [firstName, lastName, company, interest, notes, spoken, phone, phone.slice(1), '@'];
        expect(known.filter((word) => text.includes(word))).toEqual([]);
        expect(text.replace(leadId, '')).not.toMatch(/\d{7}/);
      }),
      { numRuns: 150 },
    );
  });
});
