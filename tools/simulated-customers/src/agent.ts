import { phrasesIn } from './phrases.ts';

/** One thing said in a conversation between two people. */
export interface PersonLine {
  readonly speaker: 'AGENT' | 'CUSTOMER';
  readonly text: string;
}

/** What a customer who asked for a person and the simulated agent say to each other. */
export function talkWithAgent(locale: string): readonly PersonLine[] {
  const say = phrasesIn(locale);
  return [
    { speaker: 'AGENT', text: say.agentGreeting },
    { speaker: 'CUSTOMER', text: say.interested },
    { speaker: 'AGENT', text: say.agentAppointment },
    { speaker: 'CUSTOMER', text: say.thanks },
  ];
}
