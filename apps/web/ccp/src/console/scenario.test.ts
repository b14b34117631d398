import { otherAttributes, scenarioOfAttributes } from './scenario.ts';

const attributes = {
  callId: 'c-1',
  locale: 'en-GB',
  greeting: 'Hello.',
  closing: 'Goodbye.',
  voicemailMessage: 'Call us.',
  talkingPoint1: 'One.',
  talkingPoint2: 'Two.',
  question1: 'Why?',
  objection1: 'Too dear.',
  objectionAnswer1: 'It saves more.',
};

describe('the scenario in a contact’s attributes', () => {
  it('is the checklist in the order in which it is said', () => {
    const scenario = scenarioOfAttributes(attributes);
    expect(scenario?.items.map(({ id }) => id)).toEqual([
      'greeting',
      'talking-point-1',
      'talking-point-2',
      'question-1',
      'closing',
    ]);
    expect(scenario?.objections).toEqual([
      { id: 'objection-1', objection: 'Too dear.', answer: 'It saves more.' },
    ]);
    expect(scenario?.locale).toBe('en-GB');
  });

  it('is missing for a contact that is not ours', () => {
    expect(scenarioOfAttributes({ product: 'solar' })).toBeUndefined();
  });

  it('is not shown a second time among the attributes', () => {
    expect(otherAttributes(attributes)).toEqual([
      ['callId', 'c-1'],
      ['locale', 'en-GB'],
    ]);
  });
});
