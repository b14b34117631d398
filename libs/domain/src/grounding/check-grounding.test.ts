import fc from 'fast-check';
import { summaryDraftSchema } from '../call-summary.ts';
import { turnsOf } from '../conversation/fixtures/turns.ts';
import { dispositions } from '../dispositions.ts';
import { aSummaryDraft } from '../testing/index.ts';
import { checkGrounding } from './check-grounding.ts';

const turns = turnsOf(
  'S: Hello Robin, this is Atlas calling for Example Energy. Is this a good time?',
  'C: Yes. I\u2019m interested in twenty-five panels for my warehouse in Springfield.',
  'S: There is a plan with payments of $120 a month.',
  'C: That is too expensive. Please call me on Tuesday at 3 p.m., after I have talked to Kim.',
);

const check = (overrides: Parameters<typeof aSummaryDraft>[0]) =>
  checkGrounding(aSummaryDraft({ evidence: [], nextStep: '', ...overrides }), turns);

describe('checkGrounding', () => {
  it('leaves alone what was said', () => {
    const draft = aSummaryDraft({
      disposition: 'CALL_BACK',
      summary:
        'Robin is interested in 25 panels for a warehouse in Springfield. Kim must be asked before Tuesday, 15:00.',
      objections: ['A plan of $120 is "too expensive".'],
      nextStep: 'Call on Tuesday at 3 PM.',
      followUpAt: '2026-11-24T20:00:00Z',
      evidence: ["I'm interested in twenty-five panels", 'Please call me on Tuesday at 3 PM'],
    });
    expect(checkGrounding(draft, turns)).toEqual({ draft, ungrounded: [] });
  });

  it.each([
    ['a number', 'They need 30 panels.', '30'],
    ['a number in words', 'They need forty panels.', '40'],
    ['a name', 'The customer will ask Morgan.', 'Morgan'],
    ['a name at the beginning', 'Morgan decides.', 'Morgan'],
    ['a company', 'They compare with Sample Power.', 'Sample'],
    ['a weekday', 'They are free on Friday.', 'Friday'],
    ['a quotation', 'They said "that is a great price".', 'that is a great price'],
    ['a quotation in other marks', 'They said \u201csend it today\u201d.', 'send it today'],
  ])('drops the sentence with %s that was not said', (_, sentence, item) => {
    const { draft, ungrounded } = check({ summary: `The customer is interested. ${sentence} Kim decides.` });
    expect(draft.summary).toBe('The customer is interested. Kim decides.');
    expect(ungrounded).toContain(item);
  });

  it('drops objections and next steps that were not said', () => {
    const { draft, ungrounded } = check({
      objections: ['It is too expensive.', 'They already have 12 panels.'],
      nextStep: 'Send an offer. Call Morgan.',
    });
    expect(draft).toMatchObject({ objections: ['It is too expensive.'], nextStep: 'Send an offer.' });
    expect(ungrounded).toEqual(['12', 'Morgan']);
  });

  it('keeps as evidence only what the customer said, word for word', () => {
    const evidence = [
      'that is too EXPENSIVE!',
      'There is a plan with payments',
      'I am very interested',
      'Please call me on Tuesday at 3 pm after I have talked to Kim',
    ];
    const { draft, ungrounded } = check({ evidence });
    expect(draft.evidence).toEqual([evidence[0], evidence[3]]);
    expect(ungrounded).toEqual([evidence[1], evidence[2]]);
  });

  it.each(dispositions)('says something neutral of %s when nothing of the summary stands', (disposition) => {
    const { draft, ungrounded } = check({ disposition, summary: 'Morgan wants 99 panels.' });
    expect(draft.summary).toMatch(/^The /);
    expect(ungrounded).toEqual(['99', 'Morgan']);
    expect(checkGrounding(draft, turns)).toEqual({ draft, ungrounded: [] });
  });

  it.each([
    ['C: Call me tomorrow.', true],
    ['C: In half an hour.', true],
    ['C: At half past ten.', true],
    ['C: On the 24th.', true],
    ['C: Ll\u00e1meme el martes a las tres.', true],
    ['C: Dentro de dos semanas.', true],
    ['S: Shall we call you next week?', true],
    ['A: I will call you tomorrow.', false],
    ['C: Call me again.', false],
    ['C: I may be interested.', false],
  ])('after "%s" keeps the follow-up time: %p', (line, kept) => {
    const followUpAt = '2026-11-24T20:00:00Z';
    const { draft, ungrounded } = checkGrounding(
      aSummaryDraft({ disposition: 'CALL_BACK', followUpAt }),
      turnsOf(line),
    );
    expect(draft.followUpAt).toBe(kept ? followUpAt : null);
    expect(ungrounded.includes(followUpAt)).toBe(!kept);
  });

  it('hears a wish not to be called that the model overlooked', () => {
    const said = turnsOf('S: Hello Robin.', 'C: Do not call me again, maybe on Tuesday.');
    const draft = aSummaryDraft({
      disposition: 'CALL_BACK',
      nextStep: 'Call again.',
      followUpAt: '2026-11-24T20:00:00Z',
      summary: 'The customer wants to be called again.',
    });
    expect(checkGrounding(draft, said).draft).toMatchObject({
      doNotCallRequested: true,
      disposition: 'DO_NOT_CALL',
      followUpAt: null,
      nextStep: '',
    });
  });

  it('never takes such a wish back', () => {
    expect(check({ doNotCallRequested: true, disposition: 'INTERESTED' }).draft).toMatchObject({
      doNotCallRequested: true,
      disposition: 'DO_NOT_CALL',
    });
    expect(check({ disposition: 'DO_NOT_CALL' }).draft.doNotCallRequested).toBe(true);
    expect(check({ doNotCallRequested: true, disposition: 'WRONG_NUMBER' }).draft.disposition).toBe(
      'WRONG_NUMBER',
    );
  });

  it('does not break sentences after titles and initials', () => {
    const said = turnsOf('C: I am Dr. Kim, speak to J. Sample.');
    const summary = 'Dr. Kim answered. J. Sample decides. Mr. Morgan was named.';
    expect(checkGrounding(aSummaryDraft({ summary, evidence: [] }), said).draft.summary).toBe(
      'Dr. Kim answered. J. Sample decides.',
    );
  });

  it('knows redacted passages and the days of a call in Spanish', () => {
    const said = turnsOf('C: Mi n\u00famero es [PII], llame el mi\u00e9rcoles a las cinco de la tarde.');
    const summary = 'The customer gave [PII] as number and asked for a call on Wednesday at 5 PM (17:00).';
    expect(checkGrounding(aSummaryDraft({ summary, evidence: [] }), said)).toMatchObject({
      draft: { summary },
      ungrounded: [],
    });
  });

  it('gives a draft that its schema accepts, and nothing more to take out', () => {
    const sentence = fc
      .array(
        fc.constantFrom(
          'Robin',
          'Morgan',
          'wants',
          '25',
          '30',
          'forty',
          'panels',
          '"too expensive"',
          '"free"',
          'Tuesday',
          '[PII]',
          '(',
          'not',
          'Mr.',
        ),
        {
          minLength: 1,
          maxLength: 8,
        },
      )
      .map((words) => `${words.join(' ')}.`);
    const drafts = fc.record({
      disposition: fc.constantFrom(...dispositions),
      summary: fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join(' ')),
      objections: fc.array(sentence, { maxLength: 3 }),
      nextStep: fc.array(sentence, { maxLength: 2 }).map((all) => all.join(' ')),
      evidence: fc.array(sentence, { maxLength: 3 }),
      doNotCallRequested: fc.boolean(),
    });
    fc.assert(
      fc.property(drafts, fc.subarray(turns), (overrides, said) => {
        const { draft } = checkGrounding(aSummaryDraft(overrides), said);
        expect(summaryDraftSchema.parse(draft)).toEqual(draft);
        expect(checkGrounding(draft, said)).toEqual({ draft, ungrounded: [] });
        expect(draft.doNotCallRequested || !overrides.doNotCallRequested).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
