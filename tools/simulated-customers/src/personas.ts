import * as z from 'zod';

/** The people that the local cloud can play. The last two digits of the number called say which one answers. */
export const personas = {
  interested: { digits: [0, 26], about: 'Answers, likes what is offered, wants an appointment.' },
  'asks-for-person': { digits: [27, 28], about: 'Answers and wants to speak to a person.' },
  'wants-callback': {
    digits: [29, 29],
    about: 'Answers, wants to speak to a person, and presses 1 for a call back when it has to wait.',
  },
  'not-interested': { digits: [30, 41], about: 'Answers, listens, declines.' },
  'call-me-later': { digits: [42, 49], about: 'Answers, asks to be called the next working day.' },
  'no-answer': { digits: [50, 57], about: 'Never picks up.' },
  busy: { digits: [58, 63], about: 'Busy on the first call, interested on the second.' },
  voicemail: { digits: [64, 71], about: 'A machine answers, every time.' },
  'do-not-call': { digits: [72, 77], about: 'Answers and asks never to be called again.' },
  'wrong-number': { digits: [78, 82], about: 'Answers; the person asked for does not live there.' },
  'hangs-up': { digits: [83, 88], about: 'Answers and hangs up during the greeting.' },
  'answers-third-time': { digits: [89, 92], about: 'Does not pick up twice, is interested the third time.' },
  'invalid-number': { digits: [93, 95], about: 'The network says that the number does not exist.' },
  'network-failure': {
    digits: [96, 97],
    about: 'The network fails the first call; interested on the second.',
  },
  silent: { digits: [98, 99], about: 'Picks up and says nothing.' },
} as const satisfies Record<string, { readonly digits: readonly [number, number]; readonly about: string }>;

export type Persona = keyof typeof personas;

export const personaSchema = z.enum(Object.keys(personas) as [Persona, ...Persona[]]);

/** The persona behind an E.164 number, unless `overrides` names another for exactly that number. */
export function personaOf(phone: string, overrides: ReadonlyMap<string, Persona> = new Map()): Persona {
  const override = overrides.get(phone);
  if (override !== undefined) return override;
  const digits = Number(phone.slice(-2));
  const found = (Object.keys(personas) as Persona[]).find((name) => within(digits, personas[name].digits));
  return found ?? 'interested';
}

const within = (value: number, [from, to]: readonly [number, number]): boolean =>
  value >= from && value <= to;

/** How the network or the person takes a call. */
export type Pickup = 'ANSWERED' | 'MACHINE' | 'NO_ANSWER' | 'BUSY' | 'INVALID_NUMBER' | 'NETWORK_FAILURE';

/** What happens to the first, second, … call; the last entry holds for all further ones. */
const pickups: Partial<Record<Persona, readonly Pickup[]>> = {
  'no-answer': ['NO_ANSWER'],
  busy: ['BUSY', 'ANSWERED'],
  voicemail: ['MACHINE'],
  'answers-third-time': ['NO_ANSWER', 'NO_ANSWER', 'ANSWERED'],
  'invalid-number': ['INVALID_NUMBER'],
  'network-failure': ['NETWORK_FAILURE', 'ANSWERED'],
};

/** What happens to the `nth` call (from 1) to a persona. */
export const pickupOf = (persona: Persona, nth: number): Pickup =>
  pickups[persona]?.[nth - 1] ?? pickups[persona]?.at(-1) ?? 'ANSWERED';
