import { createStore } from '../store.ts';
import { createFakePort } from '../testing/fake-port.ts';
import { aContact } from '../testing/snapshots.ts';
import { WorkspaceError } from '../workspace/workspace-error.ts';
import type { WorkspaceApi } from '../workspace/workspace-api.ts';
import { createConsole } from './console.ts';
import { finishContact, finishLater } from './finish-contact.ts';

const now = Date.parse('2026-11-21T10:00:00Z');

function memoryStorage(): Storage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  };
}

function setUp() {
  const fake = createFakePort();
  const saved: string[] = [];
  const server = { down: false, mine: true, code: 'NOT_YOUR_CONTACT' };
  const failure = () => new WorkspaceError('UNAVAILABLE', 'The server cannot be reached.');
  const api: WorkspaceApi = {
    contact: async (contactId) => {
      if (!server.mine) throw new WorkspaceError(server.code, 'Not yours.');
      return { contactId, channel: 'VOICE', identity: 'UNKNOWN', history: { entries: [], truncated: false } };
    },
    revealNumber: async () => ({ phone: '+12125550100', revealedAt: '2026-11-21T10:00:00Z' }),
    saveWrapUp: async (contactId, request) => {
      if (server.down) throw failure();
      saved.push(`${contactId}: ${request.notes}`);
      fake.asked.push(`save ${contactId}`);
      const wrapUp = {
        ...request,
        revision: request.revision + 1,
        savedAt: '2026-11-21T10:00:00Z',
        savedBy: 'a',
      };
      return { wrapUp, crm: 'WRITTEN', warnings: [] };
    },
    day: () => Promise.reject(failure()),
  };
  const session = {
    state: createStore<'valid' | 'expired'>('valid'),
    agent: 'avery.agent',
    token: async () => 'token',
    signInAgain: async () => undefined,
    signOut: async () => undefined,
  };
  const all = createConsole({ session, port: fake.port, api, storage: memoryStorage(), now: () => now });
  return { ...fake, all, saved, server };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the console', () => {
  it('saves the wrap-up first, and only then closes the contact', async () => {
    const { all, push, asked } = setUp();
    push({ contacts: [aContact({ phase: 'ended' })] });
    all.wrapUps.edit('contact-1', { disposition: 'INTERESTED', notes: 'x' });
    await expect(finishContact(all, 'contact-1')).resolves.toBe(true);
    expect(asked).toEqual(['save contact-1', 'clear contact-1']);
    expect(all.wrapUps.store.get()).toEqual({});
  });

  it('does not close a contact whose wrap-up was not taken', async () => {
    const { all, push, asked, server } = setUp();
    server.down = true;
    push({ contacts: [aContact({ phase: 'ended' })] });
    all.wrapUps.edit('contact-1', { disposition: 'INTERESTED', notes: 'x' });
    await expect(finishContact(all, 'contact-1')).resolves.toBe(false);
    expect(asked).toEqual([]);
  });

  it('closes it when the agent says so, and sends the wrap-up when the server is back', async () => {
    const { all, push, saved, server } = setUp();
    server.down = true;
    push({ contacts: [aContact({ phase: 'ended' })] });
    all.wrapUps.edit('contact-1', { disposition: 'INTERESTED', notes: 'x' });
    await finishLater(all, 'contact-1');
    push({ contacts: [] });
    await settled();
    expect(saved).toEqual([]);
    server.down = false;
    await all.wrapUps.sendWaiting();
    expect(saved).toEqual(['contact-1: x']);
  });

  it('keeps what was written about a contact that Connect closed, and sends it when it is complete', async () => {
    const { all, push, saved } = setUp();
    push({ contacts: [aContact({ phase: 'ended' }), aContact({ contactId: 'c2', phase: 'ended' })] });
    all.wrapUps.edit('contact-1', { disposition: 'CALL_BACK', notes: 'complete' });
    all.wrapUps.edit('c2', { notes: 'without a disposition' });
    push({ contacts: [] });
    await settled();
    expect(saved).toEqual(['contact-1: complete']);
    expect(Object.keys(all.wrapUps.store.get())).toEqual(['c2']);
  });

  it('lets the next contact write nothing over the last', () => {
    const { all, push } = setUp();
    push({ contacts: [aContact({ phase: 'ended' })] });
    all.wrapUps.edit('contact-1', { notes: 'the first' });
    push({ contacts: [aContact({ phase: 'ended' }), aContact({ contactId: 'c2', phase: 'connected' })] });
    all.wrapUps.edit('c2', { notes: 'the second' });
    expect(all.wrapUps.store.get()['contact-1']?.draft.notes).toBe('the first');
  });

  it('asks the server when a contact is accepted, not before', async () => {
    const { all, push, server } = setUp();
    push({ contacts: [aContact()] });
    await settled();
    expect(all.views.store.get()).toEqual({});
    server.mine = false;
    push({ contacts: [aContact({ phase: 'connected' })] });
    await settled();
    expect(all.views.store.get()['contact-1']?.status).toBe('failed');
    server.mine = true;
    all.views.reload('contact-1');
    await settled();
    expect(all.views.store.get()['contact-1']?.status).toBe('ready');
  });

  it('asks again when Connect has not told the server yet whose contact it is', async () => {
    const { all, push, server } = setUp();
    jest.useFakeTimers();
    server.mine = false;
    server.code = 'CONTACT_NOT_ACCEPTED';
    push({ contacts: [aContact({ phase: 'connected' })] });
    await jest.advanceTimersByTimeAsync(500);
    expect(all.views.store.get()['contact-1']?.status).toBe('loading');
    server.mine = true;
    await jest.advanceTimersByTimeAsync(1000);
    expect(all.views.store.get()['contact-1']?.status).toBe('ready');
    jest.useRealTimers();
  });

  it('forgets a person and their scenario when the contact is gone', async () => {
    const { all, push } = setUp();
    push({ contacts: [aContact({ phase: 'connected' })] });
    all.progress.tick('contact-1', 'greeting', true);
    await settled();
    push({ contacts: [] });
    expect(all.views.store.get()).toEqual({});
    expect(all.progress.store.get()).toEqual({});
  });

  it('joins a chat when it is connected, and counts what the agent has not read', () => {
    const { all, push, say } = setUp();
    push({ contacts: [aContact({ channel: 'chat', phase: 'connected' })] });
    const message = { id: 'm', role: 'CUSTOMER', name: '', at: 1, text: 'Hello', attachments: [] } as const;
    say('contact-1', { type: 'messages', messages: [message] });
    expect(all.conversations.store.get()['contact-1']?.unread).toBe(1);
  });

  it('shows a message that could not be sent, and sends it again', async () => {
    const { all, push, port } = setUp();
    push({ contacts: [aContact({ channel: 'chat', phase: 'connected' })] });
    const send = jest.spyOn(port.chat, 'send').mockRejectedValueOnce(new Error('no network'));
    await expect(all.conversations.send('contact-1', 'Hi')).rejects.toThrow('no network');
    const failed = all.conversations.store.get()['contact-1']?.messages[0];
    expect(failed?.delivery).toBe('failed');
    await all.conversations.resend('contact-1', failed?.id ?? '');
    expect(all.conversations.store.get()['contact-1']?.messages).toMatchObject([
      { text: 'Hi', delivery: 'sent' },
    ]);
    send.mockRestore();
  });
});
