import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createMemoryStore } from './memory-store.ts';
import { createSqliteStore } from './sqlite-store.ts';
import type { StateStore } from './state-store.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'simulation-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const stores: [string, () => StateStore][] = [
  ['in memory', createMemoryStore],
  ['in SQLite', () => createSqliteStore(join(directory, 'state.db'))],
];

describe.each(stores)('a state store %s', (_where, open) => {
  it('is a map of JSON values by name', () => {
    const store = open();
    const messages = store.collection<{ body: string }>('sqs/messages');
    messages.set('1', { body: 'one' });
    messages.set('2', { body: 'two' });
    messages.set('1', { body: 'uno' });
    expect(messages.size).toBe(2);
    expect(messages.get('1')).toEqual({ body: 'uno' });
    expect([...messages.keys()]).toEqual(['1', '2']);
    expect([...messages.values()].map(({ body }) => body)).toEqual(['uno', 'two']);
    expect(messages.delete('1')).toBe(true);
    expect(messages.delete('1')).toBe(false);
    expect(messages.has('1')).toBe(false);
    expect([...messages.entries()]).toEqual([['2', { body: 'two' }]]);
    store.close();
  });

  it('gives the same collection for the same name', () => {
    const store = open();
    store.collection('a/x').set('k', 1);
    store.flush();
    expect(store.collection('a/x').get('k')).toBe(1);
    expect(store.collection('b/x').get('k')).toBeUndefined();
    store.close();
  });

  it('refuses a value that is not JSON by its name', () => {
    const store = open();
    expect(() => store.collection('a/x').set('k', undefined)).toThrow(
      'a/x: the value of k must be JSON, was undefined',
    );
    store.close();
  });
});

describe('a SQLite store', () => {
  const file = () => join(directory, 'state.db');
  /** What a process finds that starts on the file while the first one never closed it. */
  const asSeenAfterKill = (name: string): [string, unknown][] => {
    const store = createSqliteStore(file());
    const entries = [...store.collection(name).entries()];
    store.close();
    return entries;
  };

  it('has what was flushed, and nothing else, when the process ends', () => {
    const store = createSqliteStore(file());
    const things = store.collection<{ n: number }>('a/things');
    things.set('kept', { n: 1 });
    things.set('changed', { n: 1 });
    store.flush();
    things.set('kept-not', { n: 2 });
    expect(asSeenAfterKill('a/things')).toEqual([
      ['kept', { n: 1 }],
      ['changed', { n: 1 }],
    ]);
    const live = things.get('changed');
    if (live) {
      live.n = 5;
      things.set('changed', live);
    }
    store.flush();
    expect(asSeenAfterKill('a/things')).toEqual([
      ['kept', { n: 1 }],
      ['changed', { n: 5 }],
      ['kept-not', { n: 2 }],
    ]);
    store.close();
  });

  it('writes all of a flush or nothing', () => {
    const store = createSqliteStore(file());
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    store.collection('a/x').set('fine', 1);
    store.collection('b/x').set('loop', loop);
    expect(() => store.flush()).toThrow();
    expect(asSeenAfterKill('a/x')).toEqual([]);
    store.collection('b/x').set('loop', 'mended');
    store.flush();
    expect(asSeenAfterKill('a/x')).toEqual([['fine', 1]]);
    store.close();
  });

  it('is after any series of changes what a map would be, order included', () => {
    const step = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      act: fc.constantFrom('set', 'set', 'delete', 'flush'),
      value: fc.jsonValue(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        rmSync(file(), { force: true });
        const map = new Map<string, unknown>();
        const store = createSqliteStore(file());
        const collection = store.collection('a/x');
        for (const { key, act, value } of steps) {
          if (act === 'set') for (const target of [map, collection]) target.set(key, value);
          else if (act === 'delete') for (const target of [map, collection]) target.delete(key);
          else store.flush();
        }
        store.close();
        expect(asSeenAfterKill('a/x')).toEqual(JSON.parse(JSON.stringify([...map])));
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('says so when the file is not a database', () => {
    writeFileSync(file(), 'not a database, but long enough to be looked at as one: '.repeat(40));
    expect(() => createSqliteStore(file())).toThrow(`state file ${file()}: cannot be opened`);
  });
});
