import type { Persona } from './personas.ts';
import { type Phrases, phrasesIn } from './phrases.ts';

/** A moment at which a customer may react: something was said to them. */
export interface Heard {
  /** How many messages they have heard in this call, this one included. */
  readonly messages: number;
  /** How often they have spoken before. */
  readonly spoken: number;
  /** Whether they are being listened to: to speech, to keys, or not at all. */
  readonly expects: 'speech' | 'keys' | 'nothing';
  /** BCP 47, e.g. `en-US`. */
  readonly locale: string;
}

/** What a customer does then; nothing is silence. One who hangs up does so after what they say. */
export interface Reaction {
  readonly says?: string;
  readonly presses?: string;
  readonly hangsUp?: boolean;
}

/** What they say when they are listened to, in order; after the last they are silent. */
type Script = (say: Phrases) => readonly Reaction[];

const interested: Script = (say) => [
  { says: say.goodTime },
  { says: say.interested },
  { says: say.goodQuestion },
  { says: say.goodQuestion },
];

const scripts: Partial<Record<Persona, Script>> = {
  'not-interested': (say) => [{ says: say.whoIsThis }, { says: say.notInterested }, { says: say.declined }],
  'call-me-later': (say) => [{ says: say.notNow }],
  'do-not-call': (say) => [{ says: say.stopCalling }],
  'wrong-number': (say) => [{ says: say.wrongNumber, hangsUp: true }],
  'wants-callback': (say) => [{ says: say.goodTime }, { says: say.person }],
  'asks-for-person': (say) => [{ says: say.goodTime }, { says: say.person }],
  'hangs-up': () => [],
  silent: () => [],
  voicemail: () => [],
};

/** The key that somebody presses whenever one is asked for; everybody else lets it be. */
const keys: Partial<Record<Persona, string>> = { 'wants-callback': '1' };

/** How many messages somebody listens to who hangs up: the notice, and the beginning of the greeting. */
const patience = 2;

/** What a persona does on hearing something: the same again for the same call so far. */
export function reactionOf(persona: Persona, { messages, spoken, expects, locale }: Heard): Reaction {
  if (persona === 'hangs-up' && messages >= patience) return { hangsUp: true };
  const presses = keys[persona];
  if (expects === 'keys' && presses !== undefined) return { presses };
  if (expects !== 'speech') return {};
  return (scripts[persona] ?? interested)(phrasesIn(locale))[spoken] ?? {};
}
