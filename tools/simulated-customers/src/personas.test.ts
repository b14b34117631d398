import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { converse, personaOf, personas, pickupOf, type Persona } from './index.ts';

const names = Object.keys(personas) as Persona[];
const say = {
  greeting: 'Hello, this is Atlas.',
  talkingPoints: ['One.', 'Two.', 'Three.'],
  questions: ['When?', 'How many?', 'Why?'],
  closing: 'Goodbye.',
  voicemailMessage: 'We will call again.',
};

describe('personas', () => {
  it('cover every pair of last digits exactly once', () => {
    const covered = names.flatMap((name) => {
      const [from, to] = personas[name].digits;
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    });
    expect(covered.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index));
  });

  it('follow from the last two digits of the number, unless overridden', () => {
    expect(personaOf('+12125550100')).toBe('interested');
    expect(personaOf('+12125550172')).toBe('do-not-call');
    expect(personaOf('+447700900199')).toBe('silent');
    expect(personaOf('+12125550100', new Map([['+12125550100', 'busy']]))).toBe('busy');
  });

  it('are all in the table of the README', () => {
    const readme = readFileSync(join(__dirname, '../README.md'), 'utf8').replace(/ +\|/g, ' |');
    for (const name of names) {
      const [from, to] = personas[name].digits.map((digit) => String(digit).padStart(2, '0'));
      expect(readme).toContain(`| \`${name}\` | ${from ?? ''}–${to ?? ''} | ${personas[name].about} |`);
    }
  });
});

describe('the pickup', () => {
  it.each<[Persona, number, string]>([
    ['busy', 1, 'BUSY'],
    ['busy', 2, 'ANSWERED'],
    ['answers-third-time', 2, 'NO_ANSWER'],
    ['answers-third-time', 3, 'ANSWERED'],
    ['voicemail', 4, 'MACHINE'],
    ['invalid-number', 1, 'INVALID_NUMBER'],
    ['network-failure', 1, 'NETWORK_FAILURE'],
    ['network-failure', 2, 'ANSWERED'],
    ['interested', 1, 'ANSWERED'],
  ])('of %s on call %i is %s', (persona, nth, expected) => {
    expect(pickupOf(persona, nth)).toBe(expected);
  });
});

describe('a conversation', () => {
  it.each(names)('with %s speaks the greeting or the voicemail message of the scenario', (persona) => {
    const { lines } = converse(persona, say, 'en-US');
    const expected = persona === 'voicemail' ? say.voicemailMessage : say.greeting;
    expect(lines.map((line) => line.text)).toContain(expected);
  });

  it('is in Spanish when the call is', () => {
    const { lines } = converse('do-not-call', say, 'es-US');
    expect(lines.find((line) => line.speaker === 'CUSTOMER')?.text).toContain('no me llame más');
  });
});
