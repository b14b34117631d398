import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleResources } from './src/fixtures/example-resources.ts';
import { outreachWorkflow } from './src/outreach-workflow.ts';
import { workflowDocument } from './src/workflow-document.ts';

writeFileSync(
  join(import.meta.dirname, 'docs/workflow.md'),
  workflowDocument(outreachWorkflow(exampleResources)),
);
