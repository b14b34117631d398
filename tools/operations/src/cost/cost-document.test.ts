import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { costDocument } from './cost-document.ts';

describe('docs/cost-and-scale.md', () => {
  it('is what the model says: otherwise run `node tools/operations/write-docs.ts`', () => {
    const committed = readFileSync(join(process.cwd(), '../../docs/cost-and-scale.md'), 'utf8');
    expect(committed).toBe(costDocument());
  });
});
