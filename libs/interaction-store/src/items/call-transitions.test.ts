import type { ContactId, Instant } from '@atlas-engine/domain';
import { callRecordSchema, callStatuses } from '@atlas-engine/domain';
import * as fc from 'fast-check';
import { aResult, anOpening, contactId, noon } from '../testing/fixtures.ts';
import {
  claimed,
  contactKnown,
  finished,
  opened,
  placed,
  recorded,
  released,
  reopened,
  settled,
  touched,
  transcribed,
  transcribing,
} from './call-transitions.ts';
import type { StoredCall } from './stored-call.ts';
import { callOf, callWrite } from './stored-call.ts';

type Rule = (call: StoredCall, at: Instant) => StoredCall;

const key = { requestId: anOpening().call.requestId, sequence: 1 };
const object = { bucket: 'amzn-s3-demo-bucket', key: 'ivr/1.wav' };
const rules: Readonly<Record<string, Rule>> = {
  claim: (call, at) => claimed(call, at),
  place: (call, at) => placed(call, contactId, at),
  placeOther: (call, at) => placed(call, 'other' as ContactId, at),
  answer: (call, at) => contactKnown(call, { key, answeredAt: at, at }),
  end: (call, at) => contactKnown(call, { key, endedAt: at, disconnectReason: 'OTHER', at }),
  record: (call, at) => recorded(call, { key, object, at }),
  transcribeFirst: (call, at) => transcribing(call, 1, at),
  transcribeAgain: (call, at) => transcribing(call, 2, at),
  transcript: (call, at) => transcribed(call, { key, object, at }),
  touch: (call, at) => touched(call, at),
  finish: (call, at) => finished(call, aResult(), at),
  finishOtherwise: (call, at) => finished(call, aResult({ outcome: 'ANSWERED' }), at),
  settle: (call, at) => settled(call, at),
};
const release: Rule = (call, at) => released(call, noon, at);

const steps = fc.array(
  fc.tuple(fc.constantFrom(...Object.values(rules)), fc.integer({ min: -60_000, max: 60_000 })),
  { maxLength: 25 },
);
const rank = (call: StoredCall): number => callStatuses.indexOf(call.status);
const moving = ['status', 'revision', 'updatedAt', 'transcriptionAttempt'];
/** Facts that, once known, stay as they are. */
const lasting = (call: StoredCall): object =>
  Object.fromEntries(Object.entries(call).filter(([name]) => !moving.includes(name)));

const walk = (check: (before: StoredCall, after: StoredCall) => void): void => {
  fc.assert(
    fc.property(steps, (order) => {
      let call = opened(anOpening());
      for (const [rule, offset] of order) {
        const after = rule(call, noon + offset);
        check(call, after);
        call = after;
      }
    }),
  );
};

describe('the life of a call, whatever happens in whatever order', () => {
  it('never goes back', () => {
    walk((before, after) => {
      expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
      expect(after.transcriptionAttempt ?? 0).toBeGreaterThanOrEqual(before.transcriptionAttempt ?? 0);
      expect(after.updatedAt >= before.updatedAt).toBe(true);
    });
  });

  it('forgets and changes no fact', () => {
    walk((before, after) => expect(after).toMatchObject(lasting(before)));
  });

  it('is a call record at every moment', () => {
    walk((_, after) => expect(callRecordSchema.safeParse(callOf(after)).success).toBe(true));
  });

  it('changes nothing when a rule is applied twice', () => {
    fc.assert(
      fc.property(steps, (order) => {
        let call = opened(anOpening());
        for (const [rule, offset] of order) call = rule(call, noon + offset);
        for (const [rule, offset] of order.slice(-1)) expect(rule(call, noon + offset)).toBe(call);
      }),
    );
  });

  it('goes back to the queue only from its own claim', () => {
    const waiting = opened(anOpening());
    const dialling = claimed(waiting, noon);

    expect(release(dialling, noon)).toMatchObject({ status: 'REQUESTED', dialledAt: undefined });
    expect(release(waiting, noon)).toBe(waiting);
    expect(release(placed(dialling, contactId, noon), noon)).toMatchObject({ status: 'PLACED' });
    expect(released(dialling, noon + 1, noon)).toBe(dialling);
  });
});

describe('callWrite', () => {
  const call = { ...opened(anOpening()), revision: 4 };

  it('expects the revision that was read and sets what changed', () => {
    const write = callWrite(call, claimed(call, noon + 1000));

    expect(write.expect).toEqual({ revision: 4 });
    expect(write.set).toEqual({
      status: 'DIALLING',
      dialledAt: '2026-11-21T12:00:01.000Z',
      updatedAt: '2026-11-21T12:00:01.000Z',
      GSI3PK: 'OPEN#DIALLED',
      GSI3SK: '2026-11-21T12:00:01.000Z',
      revision: 5,
    });
  });

  it('takes a settled call out of the index of open ones, and puts a reopened one back', () => {
    const done = finished(call, aResult(), noon);
    const over = settled(done, noon);

    expect(callWrite(done, over).remove).toEqual(['GSI3PK', 'GSI3SK']);
    expect(callWrite(over, reopened(over, noon + 1))).toMatchObject({
      set: { GSI3PK: 'OPEN#ENDED' },
      remove: ['settledAt'],
    });
  });
});
