/** @jest-environment jsdom */
import { act } from 'preact/test-utils';
import { click, rendered } from '../fixtures/rendered.tsx';
import type { Entry } from '../conversation/entry.ts';
import { type ChatState, emptyState } from '../conversation/state.ts';
import { textsOf } from '../i18n/texts.ts';
import { App } from './App.tsx';
import type { Actions, View } from './view.ts';

const at = Date.parse('2026-11-21T12:00:00Z');
const session = { id: 's', locale: 'en-US', attributes: {}, pending: {} };

/** The chat as it is drawn, and what its buttons ask for. */
async function shown(change: Partial<ChatState> = {}, options: Partial<View> = {}) {
  const asked: unknown[][] = [];
  const actions = new Proxy({} as Actions, {
    get:
      (_, name) =>
      (...args: unknown[]) =>
        void asked.push([name, ...args]),
  });
  const view = (state: Partial<ChatState>): View => ({
    state: { ...emptyState({ entries: [], session, isAloud: false }, true), ...state },
    texts: textsOf('en-US'),
    actions,
    locales: ['en-US', 'es-US'],
    isEmbedded: true,
    hasVoice: false,
    ...options,
  });
  const { root, again } = await rendered(<App {...view(change)} />);
  const button = (name: string) =>
    [...root.querySelectorAll('button')].find(
      (each) => (each.ariaLabel ?? each.getAttribute('aria-label') ?? each.textContent) === name,
    );
  return { root, asked, button, again: (next: Partial<ChatState>) => again(<App {...view(next)} />) };
}

const bot = (content: Extract<Entry, { from: 'bot' }>['content'], id = 'b'): Entry => ({
  id,
  at,
  from: 'bot',
  content,
});
const customer = (more: Partial<Extract<Entry, { from: 'customer' }>> = {}): Entry => ({
  id: 'c',
  at,
  from: 'customer',
  to: 'bot',
  text: 'Hi',
  delivery: 'sent',
  ...more,
});
const card = bot({
  kind: 'choices',
  look: 'card',
  title: 'Topics',
  options: [{ label: 'Solar', value: 'solar panels' }],
});

describe('the chat', () => {
  it('offers what to begin with, until something was said', async () => {
    const { button, asked, again } = await shown();
    await click(button("I'd like a call"));
    expect(asked).toEqual([['say', "I'd like a call"]]);
    await again({ entries: [customer()] });
    expect(button("I'd like a call")).toBeUndefined();
  });

  it('says what the customer writes, with Enter, and not what is empty or too long', async () => {
    const { root, asked } = await shown();
    const field = root.querySelector('textarea') as HTMLTextAreaElement;
    const write = async (text: string, key: Partial<KeyboardEventInit> = {}) => {
      await act(() => {
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await act(
        () => void field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...key })),
      );
    };
    await write('  Hello  ');
    await write('   ');
    await write('two lines', { shiftKey: true });
    await write('x'.repeat(1030));
    expect(root.querySelector('.excess')?.textContent).toBe('6 characters too many');
    await write('かな', { isComposing: true });
    expect(asked.filter(([name]) => name === 'say')).toEqual([['say', 'Hello']]);
    expect(field.value).toBe('かな');
  });

  it('lets the customer choose while the question stands', async () => {
    const { button, asked, again } = await shown({ entries: [card] });
    await click(button('Solar'));
    expect(asked).toEqual([['say', 'solar panels']]);
    await again({ entries: [card, customer()] });
    expect(button('Solar')?.disabled).toBe(true);
  });

  it('offers times on the customer’s clock, and says them in words', async () => {
    const slots = [{ at: '2026-11-23T17:00Z', minutes: 15 }];
    const { root, asked } = await shown({ entries: [bot({ kind: 'times', title: 'When?', slots })] });
    await click(root.querySelector('.reply'));
    expect(asked[0]?.[1]).toMatch(/^November 2[34], 2026 at \d+:00 [AP]M$/);
  });

  it('asks for a date with a date, and says it in words', async () => {
    const { root, asked } = await shown({ entries: [customer()], slot: 'PreferredDate' });
    const input = root.querySelector<HTMLInputElement>('#slot') as HTMLInputElement;
    expect(input.type).toBe('date');
    await act(() => {
      input.value = '2027-01-05';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await act(() => void input.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
    expect(asked).toEqual([['say', 'January 5, 2027']]);
  });

  it('cuts a long text until the customer wants it whole', async () => {
    const { root, button } = await shown({ entries: [bot({ kind: 'text', text: 'x'.repeat(5000) })] });
    expect(root.querySelector('.text')?.textContent).toHaveLength(1201);
    await click(button('Show all'));
    expect(root.querySelector('.text')?.textContent).toHaveLength(5000);
    expect(button('Show less')?.getAttribute('aria-expanded')).toBe('true');
  });

  it('never draws markup of others', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const { root } = await shown({
      entries: [
        bot({ kind: 'text', text: evil }),
        bot(
          {
            kind: 'choices',
            look: 'card',
            title: evil,
            subtitle: evil,
            imageUrl: 'javascript:x',
            options: [{ label: evil, value: evil }],
          },
          'b2',
        ),
        { id: 'p', at, from: 'person', name: evil, content: { kind: 'text', text: evil } },
        { id: 'n', at, from: 'notice', notice: 'person-joined', name: evil },
        customer({ text: evil }),
      ],
    });
    expect(root.querySelector('img')).toBeNull();
    expect(root.textContent.split(evil).length).toBeGreaterThan(6);
  });

  it.each([
    ['throttled', 'Not sent: too many messages at this moment'],
    ['expired', 'Not sent: your sign-in has expired'],
    ['refused', 'Not sent: the service does not permit it'],
    ['clock', "Not sent: this device's clock is wrong, so the service refuses it"],
  ] as const)('says why something was not sent: %s', async (problem, text) => {
    const { root, button, asked } = await shown({ entries: [customer({ delivery: 'failed', problem })] });
    expect(root.querySelector('.meta')?.textContent).toContain(text);
    await click(button('Try again'));
    expect(asked).toEqual([['retry', 'c']]);
  });

  it('says when there is no network, and when the browser keeps nothing', async () => {
    const { root } = await shown({
      isOnline: false,
      isKept: false,
      entries: [customer({ delivery: 'queued' })],
    });
    const texts = [...root.querySelectorAll('.banner')].map(({ textContent }) => textContent);
    expect(texts).toEqual([
      'You are offline. What you write is sent when the network is back.',
      'This browser keeps nothing: the conversation is gone when you leave the page.',
    ]);
    expect(root.textContent).toContain('Waits for the network');
  });

  it.each([
    [{ phase: 'waiting' }, 'Waiting for a person…'],
    [{ phase: 'talking', name: 'Avery' }, 'You are talking to Avery'],
    [{ phase: 'lost' }, 'The connection was lost; connecting again…'],
  ] as const)('says who is at the other end: %j', async (person, text) => {
    const { root } = await shown({ person });
    expect(root.querySelector('.who p')?.textContent).toBe(text);
  });

  it.each([
    ['blocked', undefined, 'The microphone is blocked.'],
    ['silence', undefined, 'Nothing was heard.'],
    ['failed', 'throttled', 'Your words could not be understood: too many messages at this moment.'],
  ] as const)('says why it does not hear: %s', async (problem, why, text) => {
    const { root } = await shown({ voice: { phase: 'off', level: 0, problem, why } }, { hasVoice: true });
    expect(root.querySelector('.voice')?.textContent).toContain(text);
  });

  it('listens where nothing is written, and only where there is voice', async () => {
    const { button, asked, again } = await shown({}, { hasVoice: true });
    await click(button('Speak'));
    await again({ voice: { phase: 'listening', level: 0.5 } });
    await click(button('Stop speaking'));
    expect(asked.map(([name]) => name)).toEqual(['listen', 'stopListening']);
    expect((await shown()).button('Speak')).toBeUndefined();
  });
});

describe('the menu', () => {
  const opened = async (state: Partial<ChatState>) => {
    const menu = await shown(state);
    await click(menu.button('More'));
    return menu;
  };

  it('is closed by Escape, which gives the focus back and does not close the chat', async () => {
    const { root, button, asked } = await opened({});
    expect(root.querySelector<HTMLElement>('#menu')?.hidden).toBe(false);
    await act(
      () =>
        void root
          .querySelector('select')
          ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    );
    expect(root.querySelector<HTMLElement>('#menu')?.hidden).toBe(true);
    expect([document.activeElement, asked]).toEqual([button('More'), []]);
    await act(
      () =>
        void button('More')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    );
    expect(asked).toEqual([['close']]);
  });

  it('saves, changes the language, and ends the talk with a person', async () => {
    const chat = { contactId: 'c', participantId: 'p', participantToken: 't' };
    const { root, button, asked } = await opened({ entries: [customer()], chat });
    await click(button('Save the conversation'));
    await click(button('End the conversation with the person'));
    const select = root.querySelector('select') as HTMLSelectElement;
    await act(() => {
      select.value = 'es-US';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(asked).toEqual([['save'], ['endPerson'], ['speak', 'es-US']]);
  });

  it('asks before it forgets the conversation', async () => {
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    const { root, button, asked } = await opened({ entries: [customer()] });
    await click(button('Start again'));
    expect(root.querySelector('dialog')?.textContent).toContain('This conversation will be forgotten.');
    await click(button('Cancel'));
    expect([root.querySelector('dialog'), asked]).toEqual([null, []]);
    await click(button('More'));
    await click(button('Start again'));
    await click(root.querySelector('dialog .primary'));
    expect(asked).toEqual([['newSession']]);
  });
});
