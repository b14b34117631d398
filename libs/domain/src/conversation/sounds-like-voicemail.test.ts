import { turnsOf } from './fixtures/turns.ts';
import { soundsLikeVoicemail } from './sounds-like-voicemail.ts';

const greetings = [
  'Hi, you have reached Robin. Please leave a message after the tone.',
  "You've reached Example Trading. We are unavailable at the moment.",
  'The person you are trying to reach is not available. At the tone, please record your message.',
  "The person you're calling cannot take the call.",
  "I can't come to the phone right now. Leave me your name and number.",
  'Your call has been forwarded to an automatic voice mail system.',
  'The mailbox is full and cannot accept any messages.',
  'The subscriber you have dialed is not in service. Please try later.',
  'Ha llamado a Ana. Deje su mensaje después de la señal.',
  'En este momento no puedo atenderle.',
  'El buzón de voz está lleno.',
  'Se ha comunicado con Ejemplo. En este momento no estamos disponibles.',
];

describe('soundsLikeVoicemail', () => {
  it.each(greetings)('recognises "%s"', (greeting) => {
    expect(soundsLikeVoicemail(turnsOf(`C: ${greeting}`))).toBe(true);
    expect(soundsLikeVoicemail(turnsOf('S: Hello Robin.', `C: ${greeting}`, 'S: We will try again.'))).toBe(
      true,
    );
  });

  it('recognises a greeting that falls apart, and what comes after our message', () => {
    const turns = turnsOf(
      'S: Hello Robin, this is Atlas.',
      'C: Hi, this is Robin.',
      'S: I am calling about solar panels.',
      "C: I can't take your call. Leave a message after the beep.",
      'S: We will try again.',
      'C: If you are finished recording, press one.',
    );
    expect(soundsLikeVoicemail(turns)).toBe(true);
  });

  it.each([
    ['no turns', []],
    ['silence', ['S: Hello?']],
    ['a person', ['S: Hello Robin.', 'C: Yes, speaking.', 'S: Are you interested?', 'C: No.']],
    ['a hint alone', ['S: Hello.', 'C: He is not available, who is this?']],
    [
      'a person who takes messages',
      [
        'S: Hello.',
        'C: She is out.',
        'S: When is she back?',
        'C: Tomorrow. You can leave a message.',
        'S: Thank you.',
        'C: Bye.',
      ],
    ],
    [
      'a person who comes to the phone',
      ['C: Please leave a message after the tone.', 'S: Hello Robin.', 'C: Hello? I am here.'],
    ],
    ['our own words', ['S: Please leave a message after the tone.', 'C: What?']],
  ])('does not take for one: %s', (_, lines) => {
    expect(soundsLikeVoicemail(turnsOf(...lines))).toBe(false);
  });
});
