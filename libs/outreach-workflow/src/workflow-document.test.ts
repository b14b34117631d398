import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleResources } from './fixtures/example-resources.ts';
import { toMermaid } from './mermaid.ts';
import { outreachWorkflow } from './outreach-workflow.ts';
import { workflowDocument } from './workflow-document.ts';

const definition = outreachWorkflow(exampleResources);

describe('the document of the workflow', () => {
  it('is what the definition says', () => {
    const committed = readFileSync(join(process.cwd(), 'docs/workflow.md'), 'utf8');
    expect(committed).toBe(workflowDocument(definition));
  });

  it('draws every state', () => {
    const diagram = toMermaid(definition);
    for (const name of Object.keys(definition.States)) expect(diagram).toContain(`  ${name} --> `);
  });

  it('has one colon at most in a line, as Mermaid wants', () => {
    for (const line of toMermaid(definition).split('\n'))
      expect(line.split(':').length).toBeLessThanOrEqual(2);
  });
});
