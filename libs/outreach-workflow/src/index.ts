export { toAsl, type Definition } from './asl.ts';
export { workflowErrors, type WorkflowErrorName } from './errors.ts';
export { toMermaid } from './mermaid.ts';
export { outreachWorkflow } from './outreach-workflow.ts';
export { executionLimits, maxPlacements, placementLimits } from './placement.ts';
export { integrations, type WorkflowResources } from './resources.ts';
export { smokeTestInput } from './smoke-test.ts';
