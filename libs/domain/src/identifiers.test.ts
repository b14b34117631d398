import fc from 'fast-check';
import {
  callIdOf,
  callIdSchema,
  deriveRequestId,
  executionArnOf,
  executionNameOf,
  parseTranscriptionJobName,
  phoneKeyOf,
  requestIdSchema,
  transcriptionJobNameOf,
} from './identifiers.ts';
import { americanPhone } from './testing/index.ts';

const requestIds = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/).map((id) => requestIdSchema.parse(id));
const sequences = fc.integer({ min: 1, max: 1000 });

describe('the identifiers', () => {
  it('derive one call id for each placement', () => {
    fc.assert(
      fc.property(requestIds, sequences, sequences, (id, one, other) => {
        expect(callIdSchema.parse(callIdOf(id, one))).toBe(callIdOf(id, one));
        expect(callIdOf(id, one) === callIdOf(id, other)).toBe(one === other);
      }),
    );
  });

  it.each(['', ':7', ':live'])(
    'find the execution of a request, whatever it was started through: %j',
    (qualifier) => {
      const machine = `arn:aws:states:us-east-1:000000000000:stateMachine:Outreach${qualifier}`;
      expect(executionArnOf(machine, requestIdSchema.parse('r-1'))).toBe(
        'arn:aws:states:us-east-1:000000000000:execution:Outreach:outreach-r-1',
      );
    },
  );

  it('find request, sequence and attempt again in the name of a transcription job', () => {
    fc.assert(
      fc.property(requestIds, sequences, fc.constantFrom(1, 2), (requestId, sequence, attempt) => {
        const name = transcriptionJobNameOf({ requestId, sequence }, attempt);
        expect(name.length).toBeLessThanOrEqual(200);
        expect(parseTranscriptionJobName(name)).toEqual({ requestId, sequence, attempt });
        expect(executionNameOf(requestId).length).toBeLessThanOrEqual(80);
      }),
    );
  });

  it.each([
    '',
    'atlas.r.0.1',
    'atlas.r.1.6',
    'atlas..1.1',
    'other.r.1.1',
    'atlas.r.1.1.1',
    'atlas.r.10000.1',
  ])('know that "%s" is no transcription job of ours', (name) => {
    expect(parseTranscriptionJobName(name)).toBeUndefined();
  });

  it('derive a request id that its schema accepts, from campaign, number and interest', () => {
    const id = deriveRequestId('campaign', americanPhone(), 'Solar panels');
    expect(requestIdSchema.parse(id)).toBe(id);
    expect(deriveRequestId('campaign', americanPhone(), ' SOLAR panels ')).toBe(id);
    expect(deriveRequestId('campaign', americanPhone(1), 'Solar panels')).not.toBe(id);
    expect(deriveRequestId('campaig', americanPhone(), 'nSolar panels')).not.toBe(id);
  });

  it('stand for a phone number without showing it', () => {
    expect(phoneKeyOf(americanPhone())).toMatch(/^[0-9a-f]{24}$/);
    expect(phoneKeyOf(americanPhone())).not.toBe(phoneKeyOf(americanPhone(1)));
  });
});
