import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasons } from './reasons.ts';

describe('the reasons', () => {
  it('stand in the README, each with its meaning', () => {
    const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| `([A-Z_]+)`\s*\| (.*?)\s*\|$/gm)].map(([, code, meaning]) => [
      code,
      meaning,
    ]);
    expect(rows).toEqual(Object.entries(reasons));
  });
});
