import { callIdOf, callOfAttributes, contactAttributesOf, type RequestId, type Scenario } from './index.ts';

const requestId = 'r-1' as RequestId;
const call = { requestId, sequence: 2, callId: callIdOf(requestId, 2) };
const scenario: Scenario = {
  greeting: 'Hello',
  talkingPoints: ['One', 'Two'],
  qualifyingQuestions: ['When?'],
  objectionHandling: [{ objection: 'Too dear', answer: 'It pays for itself' }],
  voicemailMessage: 'We will call again',
  closing: 'Goodbye',
  locale: 'en-US',
  source: 'TEMPLATE',
  promptVersion: '1',
};

describe('contact attributes', () => {
  it('say which call the contact is', () => {
    expect(callOfAttributes(contactAttributesOf(call, scenario))).toEqual(call);
  });

  it('number the lists of the scenario and use only keys that Connect allows', () => {
    const attributes = contactAttributesOf(call, scenario);
    expect(attributes).toMatchObject({
      talkingPoint2: 'Two',
      question1: 'When?',
      objectionAnswer1: 'It pays for itself',
    });
    expect(Object.keys(attributes).every((key) => /^[A-Za-z0-9_-]+$/.test(key))).toBe(true);
  });

  it('of a foreign contact name no call', () => {
    expect(callOfAttributes({ campaign: 'someone else' })).toBeUndefined();
  });
});
