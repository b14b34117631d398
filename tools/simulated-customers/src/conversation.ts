import type { Persona } from './personas.ts';

/** What the system has to say in a call: the scenario as the contact's attributes give it. */
export interface SystemLines {
  readonly greeting: string;
  readonly talkingPoints: readonly string[];
  readonly questions: readonly string[];
  readonly closing: string;
  readonly voicemailMessage: string;
  /** The system's answer to "not interested", when the scenario has one. */
  readonly objectionAnswer?: string | undefined;
}

export interface Line {
  readonly speaker: 'SYSTEM' | 'CUSTOMER';
  readonly text: string;
}

export interface Conversation {
  readonly lines: readonly Line[];
  readonly endedBy: 'SYSTEM' | 'CUSTOMER';
}

const us = (text: string): Line => ({ speaker: 'SYSTEM', text });
const them = (text: string): Line => ({ speaker: 'CUSTOMER', text });

/** The whole conversation of an answered call with a persona, in the language of the call (English or Spanish). */
export function converse(persona: Persona, say: SystemLines, locale: string): Conversation {
  const words = locale.startsWith('es') ? spanish : english;
  return (scripts[persona] ?? interested)(say, words);
}

type Words = { readonly [Phrase in keyof typeof english]: string };
type Script = (say: SystemLines, words: Words) => Conversation;

const interested: Script = (say, words) => ({
  lines: [
    us(say.greeting),
    them(words.goodTime),
    ...say.talkingPoints.slice(0, 2).map(us),
    ...say.questions.slice(0, 2).flatMap((question) => [us(question), them(words.goodQuestion)]),
    them(words.interested),
    us(say.closing),
  ],
  endedBy: 'SYSTEM',
});

const scripts: Partial<Record<Persona, Script>> = {
  'not-interested': (say, words) => ({
    lines: [
      us(say.greeting),
      them(words.whoIsThis),
      ...say.talkingPoints.slice(0, 1).map(us),
      them(words.notInterested),
      ...(say.objectionAnswer === undefined ? [] : [us(say.objectionAnswer)]),
      them(words.declined),
      us(say.closing),
    ],
    endedBy: 'SYSTEM',
  }),
  'call-me-later': (say, words) => ({
    lines: [us(say.greeting), them(words.notNow), us(say.closing)],
    endedBy: 'SYSTEM',
  }),
  'do-not-call': (say, words) => ({
    lines: [us(say.greeting), them(words.stopCalling), us(say.closing)],
    endedBy: 'CUSTOMER',
  }),
  'wrong-number': (say, words) => ({
    lines: [us(say.greeting), them(words.wrongNumber)],
    endedBy: 'CUSTOMER',
  }),
  'hangs-up': (say) => ({ lines: [us(say.greeting)], endedBy: 'CUSTOMER' }),
  silent: (say) => ({ lines: [us(say.greeting), us(say.closing)], endedBy: 'SYSTEM' }),
  voicemail: (say, words) => ({ lines: [them(words.machine), us(say.voicemailMessage)], endedBy: 'SYSTEM' }),
};

const english = {
  goodTime: 'Yes, that is me. I have a few minutes.',
  goodQuestion: 'Yes, that matters to us, we are looking at it this month.',
  interested: 'That sounds great, I am interested. Please book me an appointment.',
  whoIsThis: 'Who is calling, please?',
  notInterested: 'Thank you, but I am not interested.',
  declined: 'No, really, it is not for us. Goodbye.',
  notNow: 'I am in a meeting, can you call me back tomorrow at 3 pm?',
  stopCalling: 'Please take me off your list and do not call me again.',
  wrongNumber: 'You have the wrong number, there is nobody of that name here.',
  machine: 'You have reached the voicemail. Please leave a message after the tone.',
};

const spanish: Words = {
  goodTime: 'Sí, soy yo. Tengo unos minutos.',
  goodQuestion: 'Sí, eso nos importa, lo estamos mirando este mes.',
  interested: 'Suena muy bien, me interesa. Deme una cita, por favor.',
  whoIsThis: '¿Quién llama, por favor?',
  notInterested: 'Gracias, pero no me interesa.',
  declined: 'No, de verdad, no es para nosotros. Adiós.',
  notNow: 'Estoy en una reunión, ¿puede llamarme mañana a las 3?',
  stopCalling: 'Por favor, quíteme de su lista y no me llame más.',
  wrongNumber: 'Tiene el número equivocado, aquí no hay nadie con ese nombre.',
  machine: 'Ha llamado al buzón de voz. Deje su mensaje después de la señal.',
};
