import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLeadsFile } from './read-file.ts';

describe('readLeadsFile', () => {
  const directory = mkdtempSync(join(tmpdir(), 'leads-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  it('reads a file', async () => {
    writeFileSync(join(directory, 'a.csv'), 'text');
    expect(Buffer.from(await readLeadsFile(join(directory, 'a.csv'))).toString()).toBe('text');
  });

  it('says why it cannot', async () => {
    await expect(readLeadsFile(join(directory, 'none.csv'))).rejects.toThrow('none.csv does not exist');
    await expect(readLeadsFile(directory)).rejects.toThrow('is a directory');
    await expect(readLeadsFile('a\0b')).rejects.toThrow('cannot be read (ERR_INVALID_ARG_VALUE)');
  });
});
