import { type Ask, type FlowEvent, type Message } from '@atlas-engine/flow-interpreter';
import { type ContactState, withDue, withoutDues } from '../contact.ts';
import { resultOf } from '../life/lex-result.ts';
import { wordsOf } from '../life/speech.ts';
import type { BotAnswer, Stage } from '../life/stage.ts';
import { chatOf, withChat, withSystemMessage } from './chat.ts';

/** How long a bot waits for a customer when the block does not say, in seconds. Source: Get customer input block, chat. */
const defaultPatience = 300;

const later = (contact: ContactState, event: FlowEvent, at: number): ContactState =>
  withDue(contact, { kind: 'event', event, at });

/** Writes what a flow says. An agent's whisper is for the agent alone. */
export function write(
  contact: ContactState,
  message: Message | undefined,
  { now }: Pick<Stage, 'now'>,
): ContactState {
  if (contact.flow?.role === 'AGENT_WHISPER') return contact;
  return withSystemMessage(contact, { text: wordsOf(message), speaker: 'SYSTEM_MESSAGE' }, now);
}

export const playInChat = (contact: ContactState, message: Message, stage: Stage): ContactState =>
  later(write(contact, message, stage), { kind: 'done' }, stage.now);

export function playOnInChat(
  contact: ContactState,
  ask: Ask & { kind: 'play-on' },
  stage: Stage,
): ContactState {
  const written = ask.messages.reduce((chat, message) => write(chat, message, stage), contact);
  if (ask.interruptAfter === undefined) return written;
  return later(written, { kind: 'interrupted' }, stage.now + ask.interruptAfter * 1000);
}

/** The bot's first words; then it waits for the customer, who may have written already. */
export function openBotInChat(contact: ContactState, ask: Ask & { kind: 'bot' }, stage: Stage): ContactState {
  const { flow } = contact;
  if (flow === undefined) return contact;
  const opened = { ...contact, flow: { ...flow, bot: { silences: 0, heard: '', begun: false } } };
  const greeted = withSystemMessage(opened, { text: wordsOf(ask.message), speaker: 'BOT' }, stage.now);
  if (ask.initialMessage !== undefined && ask.initialMessage !== '')
    return withDue(greeted, { kind: 'bot', said: ask.initialMessage, at: stage.now });
  return awaitCustomer(greeted, stage);
}

function awaitCustomer(contact: ContactState, { now }: Pick<Stage, 'now'>): ContactState {
  const [next, ...unheard] = chatOf(contact).unheard;
  if (next !== undefined)
    return withDue(withChat(contact, { unheard }), { kind: 'bot', said: next, at: now });
  const ask = contact.flow?.ask;
  const within = ask?.kind === 'bot' ? (ask.textWithin ?? defaultPatience) : defaultPatience;
  return later(contact, { kind: 'no-input' }, now + within * 1000);
}

/** Hands what the customer has written to the bot; what comes while it thinks waits for its turn. */
export function tellBot(contact: ContactState, said: string, { now }: Pick<Stage, 'now'>): ContactState {
  if (contact.dues.some(({ kind }) => kind === 'bot'))
    return withChat(contact, { unheard: [...chatOf(contact).unheard, said] });
  return withDue(withoutDues(contact, 'event'), { kind: 'bot', said, at: now });
}

/** What the bot answers, and what the flow makes of a bot that has come to its end. */
export function heedInChat(
  contact: ContactState,
  answer: BotAnswer,
  { now }: Pick<Stage, 'now'>,
): ContactState {
  const { flow } = contact;
  if (flow?.ask?.kind !== 'bot' || flow.bot === undefined) return contact;
  const begun = { ...contact, flow: { ...flow, bot: { ...flow.bot, begun: true } } };
  const answered = answer.messages.reduce<ContactState>(
    (chat, text) => withSystemMessage(chat, { text, speaker: 'BOT' }, now),
    begun,
  );
  if (!answer.closed) return awaitCustomer(answered, { now });
  return later(answered, { kind: 'bot', result: resultOf(answer) }, now);
}
