import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changes } from './changes.ts';

describe('the changes of the deployment benchmark', () => {
  it.each(changes)('can be made: $change', ({ file, from, to }) => {
    const text = readFileSync(join(process.cwd(), '../..', file), 'utf8');
    expect(text.split(from)).toHaveLength(2);
    expect(to).not.toBe(from);
  });
});
