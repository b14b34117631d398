import { asksNotToBeCalled } from './asks-not-to-be-called.ts';
import { turnsOf } from './fixtures/turns.ts';

describe('asksNotToBeCalled', () => {
  it.each([
    'Please do not call me again.',
    "Don't call me.",
    'Don\u2019t call this number any more!',
    'DO NOT CALL HERE',
    'Never call me back.',
    'Do not ever call us again.',
    'Put me on your do-not-call list.',
    'I am on the do not call registry, you know.',
    'Stop calling.',
    'You have to stop these calls.',
    'No more calls, please.',
    'Take me off your list.',
    'Could you remove my number from your system?',
    'Please delete my data.',
    'I want to opt out.',
    'Lose my number.',
    "I don't want to be called.",
    'I do not want any more calls.',
    "I don't want you to call me.",
    'We would not like to be contacted.',
    "Don't call me tomorrow or ever again.",
    "Don't call me at night or any more at all.",
    'No me llamen más.',
    'Por favor, no me vuelva a llamar.',
    'Dejen de llamar.',
    'No quiero más llamadas.',
    'Elimíneme de su lista.',
    'Quítenme de la base de datos.',
    'Dame de baja, no: deme de baja.',
    'I never want to hear from you again.',
    'Just leave me alone.',
    'Déjenme en paz.',
    'No quiero saber nada más de ustedes.',
  ])('hears it in "%s"', (text) => {
    expect(asksNotToBeCalled(turnsOf('S: Hello.', `C: ${text}`))).toBe(true);
  });

  it.each([
    'Yes, please call me again.',
    "Don't call me before five.",
    "Please don't call me on Mondays, Tuesday is fine.",
    'Do not call in the morning, I work then.',
    "Don't call me today, tomorrow is better.",
    'Why did you stop? Go on.',
    'I called you last week about an offer.',
    'Take me through the prices.',
    'No me llame antes de las cinco.',
    'Sí, llámeme mañana.',
    '',
  ])('does not hear it in "%s"', (text) => {
    expect(asksNotToBeCalled(turnsOf(`C: ${text}`))).toBe(false);
  });

  it('listens to the customer only', () => {
    expect(
      asksNotToBeCalled(turnsOf('S: We will not call you again.', 'A: Do not call me.', 'C: Good.')),
    ).toBe(false);
    expect(asksNotToBeCalled([])).toBe(false);
  });
});
