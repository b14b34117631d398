import fc from 'fast-check';
import { apportion } from './apportion.ts';
import { combine, createCounter, divide, figuresOf, type Tally } from './tally.ts';

const tallyOf = (figures: Record<string, number>): Tally => new Map(Object.entries(figures));
const tallies = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 99 })).map(tallyOf);

describe('apportioning', () => {
  it('gives back what a request, an attempt and an answer use', () => {
    fc.assert(
      fc.property(tallies, tallies, tallies, (request, attempt, answer) => {
        const lead = (attempts: number, answers: number) =>
          combine(combine(request, attempts, attempt), answers, answer);
        const parts = apportion({
          answered: lead(1, 1),
          answeredSecond: lead(2, 1),
          neverAnswered: lead(4, 0),
        });
        expect(figuresOf(parts.perRequest)).toEqual(figuresOf(request));
        expect(figuresOf(parts.perAttempt)).toEqual(figuresOf(attempt));
        expect(figuresOf(parts.perAnswer)).toEqual(figuresOf(answer));
      }),
    );
  });
});

describe('a tally', () => {
  it('adds up, is shared out, and shows in the order of its names what is not nothing', () => {
    const counter = createCounter();
    counter.add('sqs:SendMessage');
    counter.add('sqs:SendMessage', 2);
    counter.add('calls', 0.001);
    counter.add('a');
    expect(figuresOf(counter.tally)).toEqual({ a: 1, 'sqs:SendMessage': 3 });
    expect(Object.keys(figuresOf(counter.tally))).toEqual(['a', 'sqs:SendMessage']);
    expect(figuresOf(divide(counter.tally, 3))).toEqual({ a: 0.33, 'sqs:SendMessage': 1 });
  });
});
