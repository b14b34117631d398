import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRunningCloud } from './running-cloud.ts';
import { ownerOf, StateInUseError, takeStateDirectory } from './state-directory.ts';

let path = '';
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'atlas-state-')), 'local');
});
afterEach(() => rmSync(path, { recursive: true, force: true }));
const take = (fresh = false) => takeStateDirectory(path, { fresh });

describe('a state directory', () => {
  it('is made, and tells where its local cloud listens', () => {
    const state = take();
    state.announce('http://127.0.0.1:1');
    expect(ownerOf(path)).toEqual({ pid: process.pid, url: 'http://127.0.0.1:1' });
    state.release();
    expect(ownerOf(path)).toBeUndefined();
  });

  it('belongs to one local cloud at a time', () => {
    const state = take();
    state.announce('http://127.0.0.1:1');
    expect(() => take()).toThrow(StateInUseError);
    expect(() => take(true)).toThrow(`(process ${process.pid}, http://127.0.0.1:1)`);
    state.release();
    take().release();
  });

  it('is taken over from a process that has ended without a word', () => {
    take().release();
    writeFileSync(
      join(path, 'running.json'),
      JSON.stringify({ pid: process.pid, url: 'http://127.0.0.1:1' }),
    );
    const state = take();
    expect(ownerOf(path)).toEqual({ pid: process.pid, url: 'starting' });
    state.release();
  });

  it('keeps what is in it, unless all is to be forgotten', () => {
    const before = take();
    writeFileSync(before.database, 'x');
    before.release();
    const kept = take();
    expect(existsSync(kept.database)).toBe(true);
    kept.release();
    const fresh = take(true);
    expect(existsSync(fresh.database)).toBe(false);
    expect(() => take()).toThrow(StateInUseError);
    fresh.release();
  });

  it.each(['no json', '{"pid":0}'])('may hold an announcement that cannot be read: %s', (text) => {
    const state = take();
    writeFileSync(join(path, 'running.json'), text);
    expect(ownerOf(path)).toBeUndefined();
    expect(() => take()).toThrow(/is running already\.$/);
    state.release();
  });
});

describe('the running local cloud', () => {
  it('is none where nobody announces one, or it does not answer', async () => {
    await expect(findRunningCloud(path)).resolves.toBeUndefined();
    const state = take();
    await expect(findRunningCloud(path)).resolves.toBeUndefined();
    state.announce('http://127.0.0.1:1');
    await expect(findRunningCloud(path)).resolves.toBeUndefined();
    state.release();
  });
});
