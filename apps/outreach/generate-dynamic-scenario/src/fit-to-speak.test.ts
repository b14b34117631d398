import { aScenario } from '@atlas-engine/domain/testing';
import { isFitToSpeak, textsOf } from './fit-to-speak.ts';

describe('isFitToSpeak', () => {
  it.each([
    'Hello Robin, is now a good time?',
    'It takes 3 days, and 1,000 people did it in 2026.',
    '¿Es un buen momento? Adiós.',
    'Panels for O\u2019Neil & Sons, 24/7.',
  ])('lets pass "%s"', (text) => {
    expect(isFitToSpeak(text)).toBe(true);
  });

  it.each([
    'See https://example.com for more.',
    'See www.example.org.',
    'Go to example.com now.',
    'Write to lee@example.com.',
    'Call +12125550100.',
    'Call (212) 555-0100.',
    'Card 4111, 1111, 1111, 1111.',
    'solar\u202E moc',
    'solar\u0007',
    'sol\u200Bar',
  ])('stops %j', (text) => {
    expect(isFitToSpeak(text)).toBe(false);
  });
});

describe('textsOf', () => {
  it('has everything of a scenario that is spoken or shown', () => {
    const scenario = aScenario();
    expect(textsOf(scenario)).toEqual([
      scenario.greeting,
      ...scenario.talkingPoints,
      ...scenario.qualifyingQuestions,
      ...scenario.objectionHandling.flatMap(({ objection, answer }) => [objection, answer]),
      scenario.voicemailMessage,
      scenario.closing,
    ]);
  });
});
