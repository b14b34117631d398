import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { costDocument } from './src/cost/cost-document.ts';

writeFileSync(join(import.meta.dirname, '../../docs/cost-and-scale.md'), costDocument());
