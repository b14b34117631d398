import type { Ask, FlowEvent, Message } from '@atlas-engine/flow-interpreter';
import { reactionOf } from '@atlas-engine/simulated-customers';
import { openBotInChat, playInChat, playOnInChat } from '../chat/chat-bot.ts';
import { type ContactState, type FlowUnderWay, withDue } from '../contact.ts';
import { listen } from './bot-turn.ts';
import { callbackContact, taskContact } from './new-contacts.ts';
import { durationOfMessage, elapsed, pause, speak, wordsOf } from './speech.ts';
import { only, type Stage, type Step } from './stage.ts';

/** How long a number outside is tried before it is given up: nobody is there to answer it. Milliseconds. */
const dialPatience = 3000;

type Putting = {
  readonly [K in Ask['kind']]: (contact: ContactState, ask: Ask & { kind: K }, stage: Stage) => Step;
};

const putting: Putting = {
  play: (contact, { message }, stage) => only(play(contact, message, stage)),
  'play-on': (contact, ask, stage) => only(playOn(contact, ask, stage)),
  digits: (contact, ask, stage) => only(askForKeys(contact, ask, stage)),
  bot: (contact, ask, stage) => only(openBot(contact, ask, stage)),
  function: (contact, _, { now }) => only(withDue(contact, { kind: 'function', at: now })),
  wait: (contact, { seconds }, { now }) => only(later(contact, { kind: 'waited' }, now + seconds * 1000)),
  dial: (contact, _, { now }) =>
    only(later(contact, { kind: 'failed', error: 'CallFailed' }, now + dialPatience)),
  task: (contact, ask, stage) => begin(contact, taskContact(contact, ask, stage), stage),
  callback: (contact, ask, stage) => begin(contact, callbackContact(contact, ask, stage), stage),
};

/** In a chat words are written, and the customer answers when they like. */
const puttingInChat: Putting = {
  ...putting,
  play: (contact, { message }, stage) => only(playInChat(contact, message, stage)),
  'play-on': (contact, ask, stage) => only(playOnInChat(contact, ask, stage)),
  bot: (contact, ask, stage) => only(openBotInChat(contact, ask, stage)),
};

/** Does what a flow asks for, or arranges when it will be done. */
export function putQuestion(contact: ContactState, ask: Ask, stage: Stage): Step {
  const put: (contact: ContactState, ask: never, stage: Stage) => Step = (
    contact.channel === 'CHAT' ? puttingInChat : putting
  )[ask.kind];
  return put({ ...contact, flow: { ...underWay(contact), ask } }, ask as never, stage);
}

/** The flow under way, which there is whenever one asks. */
function underWay({ flow }: ContactState): FlowUnderWay {
  if (flow === undefined) throw new RangeError('a question without a flow');
  return flow;
}

const later = (contact: ContactState, event: FlowEvent, at: number): ContactState =>
  withDue(contact, { kind: 'event', event, at });

const begin = (contact: ContactState, other: ContactState, { now }: Stage): Step => ({
  contact: later(contact, { kind: 'done' }, now),
  effects: [{ kind: 'begin', contact: other }],
});

/** What the system says; an agent's whisper is not heard by the customer. */
export function hear(
  contact: ContactState,
  text: string,
  now: number,
): { contact: ContactState; to: number } {
  const from = elapsed(contact, now);
  if (contact.channel !== 'VOICE' || text === '') return { contact, to: from };
  if (contact.flow?.role === 'AGENT_WHISPER')
    return { contact, to: from + durationOfMessage({ kind: 'text', text }) };
  const said = speak(contact, 'SYSTEM', { text, from });
  return { contact: { ...said.contact, heard: contact.heard + 1 }, to: said.to };
}

const at = ({ connectedAt }: ContactState, now: number, moment: number): number =>
  (connectedAt ?? now) + moment;

function play(contact: ContactState, message: Message, { now }: Stage): ContactState {
  const said = hear(contact, wordsOf(message), now);
  const ends = Math.max(
    at(contact, now, said.to),
    now + (contact.channel === 'VOICE' ? durationOfMessage(message) : 0),
  );
  return leaveOr(said.contact, { from: now, ends }, (heard) => later(heard, { kind: 'done' }, ends + pause));
}

/** A customer who hangs up does so in the middle of what they hear; otherwise the call goes on. */
export function leaveOr(
  contact: ContactState,
  { from, ends }: { readonly from: number; readonly ends: number },
  goOn: (contact: ContactState) => ContactState,
): ContactState {
  const locale = contact.attributes['locale'] ?? 'en-US';
  const { persona, heard: messages, spoken } = contact;
  const { hangsUp } = reactionOf(persona, { messages, spoken, expects: 'nothing', locale });
  if (hangsUp !== true || contact.channel !== 'VOICE') return goOn(contact);
  return withDue(contact, { kind: 'left', reason: 'CUSTOMER_DISCONNECT', at: from + (ends - from) / 2 });
}

function playOn(contact: ContactState, ask: Ask & { kind: 'play-on' }, { now }: Stage): ContactState {
  const { contact: heard } = hear(contact, ask.messages.map(wordsOf).join(' ').trim(), now);
  if (ask.interruptAfter === undefined) return heard;
  return later(heard, { kind: 'interrupted' }, now + ask.interruptAfter * 1000);
}

function askForKeys(contact: ContactState, ask: Ask & { kind: 'digits' }, { now }: Stage): ContactState {
  const said = hear(contact, wordsOf(ask.message), now);
  const ends = at(contact, now, said.to);
  return leaveOr(said.contact, { from: now, ends }, (heard) => {
    const locale = heard.attributes['locale'] ?? 'en-US';
    const { persona, heard: messages, spoken } = heard;
    const { presses } = reactionOf(persona, { messages, spoken, expects: 'keys', locale });
    return presses === undefined
      ? later(heard, { kind: 'no-input' }, ends + ask.firstDigitWithin * 1000)
      : later(heard, { kind: 'digits', digits: presses.slice(0, ask.maximumLength) }, ends + pause);
  });
}

function openBot(contact: ContactState, ask: Ask & { kind: 'bot' }, stage: Stage): ContactState {
  const flow = { ...underWay(contact), bot: { silences: 0, heard: wordsOf(ask.message), begun: false } };
  const opened = { ...contact, flow };
  // What the flow says for the customer comes before anything that they say.
  if (ask.initialMessage !== undefined)
    return withDue(opened, { kind: 'bot', said: ask.initialMessage, at: stage.now });
  return listen(opened, stage);
}
