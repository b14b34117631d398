import type { Scenario } from '../scenario.ts';

/** A scenario as a model would write it for `aLead()`. */
export const aScenario = (overrides: Partial<Scenario> = {}): Scenario => ({
  greeting: 'Hello Robin, this is Atlas calling for Example Energy about solar panels for your warehouse.',
  talkingPoints: ['Panels lower the electricity bill.', 'Installation takes three days.'],
  qualifyingQuestions: ['How large is the roof?', 'When would you like to start?'],
  objectionHandling: [
    { objection: 'It is too expensive.', answer: 'There is a plan with monthly payments.' },
  ],
  voicemailMessage: 'Hello Robin, this is Atlas for Example Energy. We will try again.',
  closing: 'Thank you for your time. Goodbye.',
  locale: 'en-US',
  source: 'MODEL',
  promptVersion: 'scenario-1',
  modelId: 'test-model',
  ...overrides,
});
