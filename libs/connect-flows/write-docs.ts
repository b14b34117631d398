import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flowDocuments } from './src/picture/flow-documents.ts';

for (const [file, text] of Object.entries(flowDocuments()))
  writeFileSync(join(import.meta.dirname, 'docs', file), text);
