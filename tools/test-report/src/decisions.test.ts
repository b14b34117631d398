import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const docs = join(__dirname, '../../../docs');
const index = readFileSync(join(docs, 'README.md'), 'utf8').replaceAll(/ +\|/g, ' |');
const files = readdirSync(join(docs, 'adr')).toSorted();

describe('the decisions', () => {
  it('are numbered without a gap', () => {
    expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(files.map((_, position) => position + 1));
  });

  it.each(files)('list %s in the index, by its title', (file) => {
    const text = readFileSync(join(docs, 'adr', file), 'utf8');
    const [, number, title] = /^# (\d{4}) (.+)$/m.exec(text) ?? [];
    expect(index).toContain(`| [${number ?? ''}](adr/${file}) | ${title ?? ''} |`);
  });

  it.each(files)('say in %s why, what, what follows and what was rejected', (file) => {
    const text = readFileSync(join(docs, 'adr', file), 'utf8');
    const parts = ['## Context', '## Decision', '## Consequences', '## Rejected'].map((part) =>
      text.indexOf(`\n${part}\n`),
    );
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    expect(parts).not.toContain(-1);
  });
});
