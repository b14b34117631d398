/** @jest-environment jsdom */
import { ConfigurationProblem } from '../configuration/load-configuration.ts';
import { emptyState, withDelivery, withEntry } from '../conversation/state.ts';
import { createStore } from '../conversation/store.ts';
import { textsOf } from '../i18n/texts.ts';
import type { FromFrame } from '../loader/protocol.ts';
import { ParentRefused } from '../parent/accept-parent.ts';
import { announce } from './announcer.ts';
import { showFailure } from './show-failure.ts';
import { tellParent } from './tell-parent.ts';

const session = { id: 's', locale: 'en-US', attributes: {}, pending: {} };
const startedStore = () => createStore(emptyState({ entries: [], session, isAloud: false }, true));
const answer = (id: string, text: string) => ({
  id,
  at: 0,
  from: 'bot' as const,
  content: { kind: 'text' as const, text },
});
const said = {
  id: 'c',
  at: 0,
  from: 'customer' as const,
  to: 'bot' as const,
  text: 'Hi',
  delivery: 'sending' as const,
};

describe('what screen readers are told', () => {
  it('is what others say, once, and what was not sent', () => {
    const store = startedStore();
    store.update((state) => withEntry(state, answer('old', 'from before a reload')));
    const region = document.createElement('div');
    announce(store, region, () => textsOf('en-US'));
    const lines = () => [...region.children].map(({ textContent }) => textContent);
    store.update((state) => withEntry(state, said));
    store.update((state) => withEntry(state, answer('b', '**Hello**, see [this](https://example.com)')));
    store.update((state) => ({ ...state, entries: [...state.entries] }));
    store.update((state) => withDelivery(state, 'c', { delivery: 'failed', problem: 'throttled' }));
    store.update((state) => withDelivery(state, 'c', { delivery: 'failed', problem: 'throttled' }));
    expect(lines()).toEqual(['Assistant: Hello, see this', 'Not sent: too many messages at this moment']);
    for (let index = 0; index < 9; index++)
      store.update((state) => withEntry(state, answer(`n${index}`, 'more')));
    expect(lines()).toHaveLength(5);
  });
});

describe('what the page around is told', () => {
  const started = () => {
    const store = startedStore();
    const told: FromFrame[] = [];
    const outside = tellParent(store, {
      introduced: { options: {}, tokens: {} },
      tell: (message) => told.push(message),
      answer: () => undefined,
    });
    return { store, told, outside };
  };

  it('is what others say, how much of it was not seen, and never what the customer says', () => {
    const { store, told, outside } = started();
    store.update((state) => withEntry(withEntry(state, said), answer('b', 'Hello')));
    store.update((state) => withEntry(state, answer('b2', 'Anybody?')));
    outside.setVisible(true);
    store.update((state) => withEntry(state, answer('b3', 'Seen')));
    expect(told).toEqual([
      { event: 'message', detail: { from: 'bot', text: 'Hello' } },
      { event: 'unread', detail: { count: 1 } },
      { event: 'message', detail: { from: 'bot', text: 'Anybody?' } },
      { event: 'unread', detail: { count: 2 } },
      { event: 'unread', detail: { count: 0 } },
      { event: 'message', detail: { from: 'bot', text: 'Seen' } },
    ]);
  });

  it('is when an intent is finished, and when a person comes and goes', () => {
    const { store, told, outside } = started();
    outside.onAnswer({ sessionState: { intent: { name: 'RequestCall', state: 'InProgress' } } });
    outside.onAnswer({ sessionState: { intent: { name: 'RequestCall', state: 'Fulfilled' } } });
    for (const phase of ['asking', 'waiting', 'talking', 'lost', 'none'] as const)
      store.update((state) => ({ ...state, person: { phase } }));
    expect(told).toEqual([
      { event: 'intent', detail: { name: 'RequestCall', state: 'Fulfilled' } },
      { event: 'person', detail: { state: 'waiting' } },
      { event: 'person', detail: { state: 'talking' } },
      { event: 'person', detail: { state: 'ended' } },
    ]);
  });
});

describe('a chat that cannot begin', () => {
  it.each([
    [
      new ConfigurationProblem(['config.json: region: must be <b>']),
      'not set up correctly',
      'config.json: region: must be <b>',
    ],
    [
      new ParentRefused('https://evil.test'),
      'may not show the chat',
      'https://evil.test is not in allowedParents',
    ],
    ['odd', 'not set up correctly', 'odd'],
  ])('says why (%#)', (error, title, line) => {
    showFailure(document, error);
    expect(document.querySelector('[role=alert] h1')?.textContent).toContain(title);
    expect(document.querySelector('li')?.textContent).toBe(line);
  });
});
