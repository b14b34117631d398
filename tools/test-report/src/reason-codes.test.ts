import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasons } from '@atlas-engine/domain';

const page = readFileSync(join(__dirname, '../../../docs/reason-codes.md'), 'utf8');
const rows = page.split('\n').flatMap((line) => {
  const [, code, meaning, advice] = /^\| `([A-Z_]+)` +\| (.*?) +\| (.*?) +\|$/.exec(line) ?? [];
  return code === undefined ? [] : [{ code, meaning, advice }];
});

describe('the page of reason codes', () => {
  it('has every reason of the domain in its order, and no other', () => {
    expect(rows.map(({ code }) => code)).toEqual(Object.keys(reasons));
  });

  it.each(Object.entries(reasons))('says of %s what the domain says', (code, meaning) => {
    expect(rows.find((row) => row.code === code)?.meaning).toBe(meaning);
  });

  it.each(rows)('says of $code what to do', ({ advice }) => {
    expect(advice?.length).toBeGreaterThan(5);
  });
});
