import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyState } from './copy-state.ts';

describe('copyState', () => {
  const state = mkdtempSync(join(tmpdir(), 'state-'));
  afterAll(() => rmSync(state, { recursive: true }));

  it('copies what is there and takes the copy away again', async () => {
    mkdirSync(join(state, 's3'));
    writeFileSync(join(state, 's3', 'a'), 'body');
    const copy = await copyState(state);
    writeFileSync(join(copy.directory, 's3', 'a'), 'changed');
    expect(readFileSync(join(state, 's3', 'a'), 'utf8')).toBe('body');
    await copy.remove();
    expect(existsSync(copy.directory)).toBe(false);
  });

  it('is empty when there is no state yet', async () => {
    const copy = await copyState(join(state, 'none'));
    expect(existsSync(copy.directory)).toBe(true);
    expect(existsSync(join(state, 'none'))).toBe(false);
    await copy.remove();
  });
});
