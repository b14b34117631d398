import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { personaOf, personas, pickupOf, reactionOf, talkWithAgent, type Persona } from './index.ts';

const names = Object.keys(personas) as Persona[];
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

describe('a customer', () => {
  const heard = { messages: 3, spoken: 0, expects: 'speech', locale: 'en-US' } as const;

  it('speaks only when listened to', () => {
    for (const name of names) {
      expect(reactionOf(name, { ...heard, messages: 1, expects: 'nothing' })).toEqual({});
      expect(reactionOf(name, { ...heard, messages: 1, expects: 'keys' }).says).toBeUndefined();
    }
  });

  it('says one thing after the other, and is silent in the end', () => {
    const said = [0, 1, 2, 3].map((spoken) => reactionOf('not-interested', { ...heard, spoken }).says);
    expect(said.map((text) => text?.split(' ')[0])).toEqual(['Who', 'Thank', 'No,', undefined]);
  });

  it('who hangs up does so during the second message', () => {
    expect(reactionOf('hangs-up', { ...heard, messages: 1 })).toEqual({});
    expect(reactionOf('hangs-up', { ...heard, messages: 2, expects: 'nothing' })).toEqual({ hangsUp: true });
  });

  it('who was not meant says so and hangs up', () => {
    expect(reactionOf('wrong-number', heard)).toEqual({ says: expect.any(String), hangsUp: true });
  });

  it('presses a key where one is asked for, if it wants a call back', () => {
    const asked = { ...heard, expects: 'keys' as const };
    expect(reactionOf('wants-callback', asked)).toEqual({ presses: '1' });
    expect(reactionOf('asks-for-person', asked)).toEqual({});
    expect(reactionOf('wants-callback', { ...heard, expects: 'nothing' })).toEqual({});
  });

  it('speaks Spanish when the call is in Spanish', () => {
    expect(reactionOf('do-not-call', { ...heard, locale: 'es-US' }).says).toContain('no me llame más');
  });

  it.each<Persona>(['silent', 'voicemail'])('%s says nothing to the system', (name) => {
    expect(reactionOf(name, heard)).toEqual({});
  });
});

describe('a talk with an agent', () => {
  it('is between two people, in the language of the call', () => {
    expect(new Set(talkWithAgent('en-GB').map((line) => line.speaker))).toEqual(
      new Set(['AGENT', 'CUSTOMER']),
    );
    expect(talkWithAgent('es-US')[0]?.text).toContain('gracias');
  });
});
