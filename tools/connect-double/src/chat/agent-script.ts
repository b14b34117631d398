import { type ContactState, withDue, withoutDues } from '../contact.ts';
import type { Stage } from '../life/stage.ts';
import { chatOf, withChat } from './chat.ts';

/** From what the customer wrote until the agent types, and until they have written. Milliseconds. */
const typesAfter = 800;
const writesAfter = 2500;
/** How long a simulated agent waits for a customer who writes nothing, in milliseconds. */
const patience = 300_000;

interface Script {
  readonly greeting: string;
  readonly replies: readonly string[];
  readonly goodbye: string;
  readonly silence: string;
}

const english: Script = {
  greeting: 'Hello, you are speaking with a colleague now. I have read what you wrote. How can I help?',
  replies: [
    'Thank you, I am looking into it.',
    'That is settled now. Is there anything else that I can do for you?',
  ],
  goodbye: 'You are welcome. Goodbye.',
  silence: 'I have not heard from you for a while, so I close this chat. Write again whenever you like.',
};

const spanish: Script = {
  greeting: 'Hola, ahora habla con un compañero. He leído lo que ha escrito. ¿En qué puedo ayudarle?',
  replies: ['Gracias, lo estoy mirando.', 'Ya está resuelto. ¿Puedo ayudarle en algo más?'],
  goodbye: 'De nada. Hasta pronto.',
  silence: 'Hace un rato que no leo nada suyo, así que cierro este chat. Escriba de nuevo cuando quiera.',
};

const endings = /\b(bye|goodbye|no,? thank|no thanks|nothing else|that is all|that's all|adiós|nada más)/i;

/** What a simulated agent says, in the language of the contact. */
export const scriptFor = ({ attributes }: ContactState): Script =>
  attributes['locale']?.startsWith('es') === true ? spanish : english;

const replies = (contact: ContactState, now: number, ...texts: readonly string[]): ContactState =>
  withDue(
    contact,
    { kind: 'chat-reply', reply: { kind: 'types' }, at: now + typesAfter },
    ...texts.map(
      (text) => ({ kind: 'chat-reply', reply: { kind: 'says', text }, at: now + writesAfter }) as const,
    ),
  );

const waits = (contact: ContactState, now: number): ContactState =>
  withDue(contact, { kind: 'chat-reply', reply: { kind: 'leaves' }, at: now + patience });

/** A simulated agent has joined a chat and greets. */
export const greetInChat = (contact: ContactState, { now }: Pick<Stage, 'now'>): ContactState =>
  waits(replies(contact, now, scriptFor(contact).greeting), now);

/** A simulated agent reads what the customer wrote, and answers in a moment. */
export function answerInChat(contact: ContactState, said: string, { now }: Pick<Stage, 'now'>): ContactState {
  const script = scriptFor(contact);
  const { replies: given } = chatOf(contact);
  const reply = endings.test(said) ? undefined : script.replies[given];
  const heard = withChat(withoutDues(contact, 'chat-reply'), { replies: given + 1 });
  if (reply !== undefined) return waits(replies(heard, now, reply), now);
  const parting = replies(heard, now, script.goodbye);
  return withDue(parting, {
    kind: 'chat-reply',
    reply: { kind: 'leaves' },
    at: now + writesAfter + typesAfter,
  });
}
