import type { SavedWrapUp, WrapUpRequest, WrapUpResponse } from '@atlas-engine/web-contracts';
import { WorkspaceError } from '../workspace/workspace-error.ts';
import { createDraftStorage, type DraftMedium } from './draft-storage.ts';
import { createWrapUpBook } from './wrap-up-book.ts';

const now = Date.parse('2026-11-21T10:00:00Z');

/** `localStorage` in memory; `full` refuses to write, as a browser does. */
function memoryMedium(full = false): DraftMedium & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      entries.set(key, value);
    },
    removeItem: (key) => void entries.delete(key),
  };
}

/** The server: optimistic lock by revision, as agent-workspace has it. */
function createServer() {
  const stored = new Map<string, SavedWrapUp>();
  const server = {
    stored,
    down: false,
    saveWrapUp: async (contactId: string, request: WrapUpRequest): Promise<WrapUpResponse> => {
      if (server.down) throw new WorkspaceError('UNAVAILABLE', 'The server cannot be reached.');
      const before = stored.get(contactId);
      if ((before?.revision ?? 0) !== request.revision) {
        const body = { error: { code: 'REVISION_CONFLICT', message: 'Changed.' }, wrapUp: before };
        throw new WorkspaceError('REVISION_CONFLICT', 'Changed.', { body });
      }
      const wrapUp = {
        ...request,
        revision: request.revision + 1,
        savedAt: '2026-11-21T10:00:00Z',
        savedBy: 'avery',
      };
      stored.set(contactId, wrapUp);
      return { wrapUp, crm: 'WRITTEN', warnings: [] };
    },
  };
  return server;
}

function setUp(medium = memoryMedium()) {
  const server = createServer();
  const open = () =>
    createWrapUpBook({ api: server, storage: createDraftStorage(medium, 'avery'), now: () => now });
  return { server, medium, open, book: open() };
}

describe('the wrap-up book', () => {
  it('saves what the agent wrote, and keeps no copy in the browser then', async () => {
    const { book, server, medium } = setUp();
    book.open('c1', 'Call, 10:00');
    book.edit('c1', { disposition: 'INTERESTED', notes: ' Wants a quote. ', followUpAt: '2026-11-22T09:00' });
    expect(medium.entries.size).toBe(1);
    await expect(book.save('c1')).resolves.toBe(true);
    expect(server.stored.get('c1')).toMatchObject({
      disposition: 'INTERESTED',
      notes: 'Wants a quote.',
      followUpAt: new Date('2026-11-22T09:00').toISOString(),
      revision: 1,
    });
    expect(medium.entries.size).toBe(0);
  });

  it('finds drafts again after a reload, those of other agents not', () => {
    const { book, open, medium } = setUp();
    book.open('c1', 'Call, 10:00');
    book.edit('c1', { notes: 'Half a sent' });
    medium.entries.set('atlas.wrap-up.blake.c2', medium.entries.get('atlas.wrap-up.avery.c1') ?? '');
    medium.entries.set('atlas.wrap-up.avery.c3', '{"notes":1}');
    medium.entries.set('atlas.wrap-up.avery.c4', 'no JSON');
    expect(Object.keys(open().store.get())).toEqual(['c1']);
    expect(open().store.get()['c1']?.draft.notes).toBe('Half a sent');
  });

  it('does not mix two contacts', () => {
    const { book } = setUp();
    book.open('c1', 'Call');
    book.edit('c1', { notes: 'first' });
    book.open('c2', 'Chat');
    book.edit('c2', { notes: 'second' });
    expect(book.store.get()['c1']?.draft.notes).toBe('first');
  });

  it('asks for a disposition, and for a time that lies ahead', async () => {
    const { book, server } = setUp();
    book.open('c1', 'Call');
    await expect(book.save('c1')).resolves.toBe(false);
    expect(book.store.get()['c1']?.problem).toMatchObject({ kind: 'invalid', field: 'disposition' });
    book.edit('c1', { disposition: 'CALL_BACK', followUpAt: '2020-01-01T09:00' });
    await expect(book.save('c1')).resolves.toBe(false);
    expect(book.store.get()['c1']?.problem).toMatchObject({ kind: 'invalid', field: 'followUpAt' });
    expect(server.stored.size).toBe(0);
  });

  it('keeps everything when the server fails, and saves at the next try', async () => {
    const { book, server, medium } = setUp();
    book.open('c1', 'Call');
    book.edit('c1', { disposition: 'INTERESTED', notes: 'x' });
    server.down = true;
    await expect(book.save('c1')).resolves.toBe(false);
    expect(book.store.get()['c1']?.problem).toMatchObject({ kind: 'failed' });
    expect(medium.entries.size).toBe(1);
    server.down = false;
    await expect(book.save('c1')).resolves.toBe(true);
  });

  it('sends later what the agent let go while the server was down', async () => {
    const { book, server, open } = setUp();
    book.open('c1', 'Call');
    book.edit('c1', { disposition: 'INTERESTED', notes: 'x' });
    server.down = true;
    await book.save('c1');
    book.sendLater('c1');
    await book.sendWaiting();
    const reloaded = open();
    server.down = false;
    await reloaded.sendWaiting();
    expect(server.stored.get('c1')?.notes).toBe('x');
    expect(reloaded.store.get()).toEqual({});
  });

  it.each([
    ['mine', 'my words', 2],
    ['theirs', 'their words', 2],
  ] as const)('shows a conflict and goes on with %s', async (whose, notes, revision) => {
    const { book, server } = setUp();
    book.open('c1', 'Call');
    book.edit('c1', { disposition: 'INTERESTED', notes: 'my words' });
    const theirs = { disposition: 'CALL_BACK', notes: 'their words', doNotCall: false, revision: 0 } as const;
    await server.saveWrapUp('c1', theirs);
    await expect(book.save('c1')).resolves.toBe(false);
    expect(book.store.get()['c1']?.problem).toMatchObject({
      kind: 'conflict',
      stored: { notes: 'their words' },
    });
    book.resolve('c1', whose);
    await expect(book.save('c1')).resolves.toBe(true);
    expect(server.stored.get('c1')).toMatchObject({ notes, revision });
  });

  it('begins with what is stored, and never writes it over words of the agent', () => {
    const { book } = setUp();
    const stored: SavedWrapUp = {
      disposition: 'CALL_BACK',
      notes: 'stored',
      doNotCall: false,
      revision: 3,
      savedAt: '2026-11-21T09:00:00Z',
      savedBy: 'blake',
    };
    book.open('c1', 'Call', stored);
    expect(book.store.get()['c1']?.draft).toMatchObject({ notes: 'stored', revision: 3 });
    book.open('c2', 'Call');
    book.edit('c2', { notes: 'mine' });
    book.open('c2', 'Call', stored);
    expect(book.store.get()['c2']?.draft.notes).toBe('mine');
  });

  it('keeps what is typed while it is being sent', async () => {
    const { book, server, medium } = setUp();
    book.open('c1', 'Call');
    book.edit('c1', { disposition: 'INTERESTED', notes: 'first' });
    const saving = book.save('c1');
    book.edit('c1', { notes: 'first and second' });
    await expect(saving).resolves.toBe(false);
    expect(book.store.get()['c1']?.draft).toMatchObject({ notes: 'first and second', revision: 1 });
    expect(medium.entries.size).toBe(1);
    await book.save('c1');
    expect(server.stored.get('c1')?.notes).toBe('first and second');
  });

  it('says so when the browser keeps nothing', () => {
    const { book } = setUp(memoryMedium(true));
    book.open('c1', 'Call');
    book.edit('c1', { notes: 'x' });
    expect(book.store.get()['c1']?.unkept).toBe(true);
  });
});
