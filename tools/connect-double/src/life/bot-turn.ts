import type { Ask, FlowEvent } from '@atlas-engine/flow-interpreter';
import { reactionOf } from '@atlas-engine/simulated-customers';
import { type ContactState, withDue } from '../contact.ts';
import { heedInChat } from '../chat/chat-bot.ts';
import { resultOf } from './lex-result.ts';
import { durationOf, elapsed, pause, speak, wordsOf } from './speech.ts';
import { type BotAnswer, type BotTurn, type ConnectPorts, only, type Stage, type Step } from './stage.ts';

/** How long the bot waits for the first word, in milliseconds. */
const firstWordWithin = 4000;
/** How often in a row a question is put to somebody who does not answer. */
const patience = 2;

/** Says what the bot has to say, and arranges what the customer answers. */
export function listen(contact: ContactState, { now }: Pick<Stage, 'now'>): ContactState {
  const bot = contact.flow?.bot;
  if (bot === undefined) return contact;
  const said = speak(contact, 'SYSTEM', { text: bot.heard, from: elapsed(contact, now) });
  const ends = now + durationOf(bot.heard);
  const heard = { ...said.contact, heard: contact.heard + (bot.heard === '' ? 0 : 1) };
  const { persona, heard: messages, spoken } = heard;
  const locale = heard.attributes['locale'] ?? 'en-US';
  const { says, hangsUp } = reactionOf(persona, { messages, spoken, expects: 'speech', locale });
  if (says === undefined) {
    const leaves = { kind: 'left', reason: 'CUSTOMER_DISCONNECT', at: now + (ends - now) / 2 } as const;
    return hangsUp === true ? withDue(heard, leaves) : beSilent(heard, ends + firstWordWithin);
  }
  const answered = speak(heard, 'CUSTOMER', { text: says, from: said.to + pause });
  const until = ends + pause + durationOf(says);
  const spoke = { ...answered.contact, spoken: spoken + 1 };
  return hangsUp === true
    ? withDue(spoke, { kind: 'left', reason: 'CUSTOMER_DISCONNECT', at: until })
    : withDue(spoke, { kind: 'bot', said: says, at: until + pause });
}

function beSilent(contact: ContactState, at: number): ContactState {
  const { flow } = contact;
  if (flow?.bot === undefined) return contact;
  const silences = flow.bot.silences + 1;
  const waiting = { ...contact, flow: { ...flow, bot: { ...flow.bot, silences } } };
  const event: FlowEvent = { kind: 'no-input' };
  return silences < patience
    ? withDue(waiting, { kind: 'bot', said: '', at })
    : withDue(waiting, { kind: 'event', event, at });
}

/**
 * Gives the bot what the customer said; after silence it puts its question again.
 *
 * @returns what comes of the answer for the contact as it is when the bot has answered
 */
export async function botTurn(
  contact: ContactState,
  said: string,
  ports: ConnectPorts,
): Promise<(current: ContactState, stage: Stage) => Step> {
  const { flow } = contact;
  if (flow?.ask?.kind !== 'bot' || flow.bot === undefined) return only;
  if (said === '') return (current, stage) => only(listen(current, stage));
  try {
    const answer = await ports.talkToBot(turnOf(contact, { said, ask: flow.ask, begun: flow.bot.begun }));
    return (current, stage) =>
      only(
        contact.channel === 'CHAT' ? heedInChat(current, answer, stage) : heed(current, answer, stage.now),
      );
  } catch {
    // Whatever Lex throws is an error of the block; Connect tells the flow no more.
    return (current, { now }) =>
      only(withDue(current, { kind: 'event', event: { kind: 'failed' }, at: now }));
  }
}

interface Saying {
  readonly said: string;
  readonly ask: Ask & { kind: 'bot' };
  readonly begun: boolean;
}

function turnOf({ id, channel, flow }: ContactState, { said, ask, begun }: Saying): BotTurn {
  const isChat = channel === 'CHAT';
  return {
    botAliasArn: ask.botAliasArn,
    localeId: localeIdOf(flow?.run.contact.languageCode),
    sessionId: id,
    text: said,
    inputMode: isChat ? 'Text' : 'Speech',
    // Only the first turn brings them: afterwards they are the bot's.
    sessionAttributes: begun ? undefined : ask.sessionAttributes,
    requestAttributes: {
      'x-amz-lex:accept-content-types': isChat ? 'PlainText' : 'SSML,PlainText',
      'x-amz-lex:channels:platform': isChat ? 'Connect Chat' : 'Connect',
    },
  };
}

function heed(contact: ContactState, answer: BotAnswer, now: number): ContactState {
  const text = wordsOf({ kind: 'ssml', ssml: answer.messages.join(' ') });
  const { flow } = contact;
  if (flow === undefined) return contact;
  const bot = { silences: 0, heard: text, begun: true };
  const heard = { ...contact, flow: { ...flow, bot } };
  if (!answer.closed) return listen(heard, { now });
  const said = speak(contact, 'SYSTEM', { text, from: elapsed(contact, now) });
  const event: FlowEvent = { kind: 'bot', result: resultOf(answer) };
  const counted = { ...said.contact, heard: contact.heard + (text === '' ? 0 : 1) };
  return withDue(counted, { kind: 'event', event, at: now + durationOf(text) + pause });
}

/** Lex speaks the contact's language; `en-US` when no block has set one. */
const localeIdOf = (languageCode = 'en-US'): string => languageCode.replace('-', '_');
