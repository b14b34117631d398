import type { Definition } from './asl.ts';
import { leadStates } from './lead-steps.ts';
import { parkingStates } from './parking.ts';
import { executionLimits, placementStates } from './placement.ts';
import type { WorkflowResources } from './resources.ts';
import { smokeTestStates } from './smoke-test.ts';

/**
 * AtlasEngineWorkflow: from a wish that a person be called to a true CRM record.
 *
 * It ends in one of two ways: `Done`, with the lead updated whatever the call came to, or `Parked`, with the request
 * marked and queued for a person. Its input is `workflowInputSchema`, its output `workflowOutputSchema`. An execution
 * with `smokeTestInput` only shows that it runs.
 *
 * @example
 * new CfnStateMachine(stack, 'Workflow', { definitionString: toAsl(outreachWorkflow(resources)), … });
 */
export const outreachWorkflow = (resources: WorkflowResources): Definition => {
  const lead = leadStates(resources);
  const { CreateLead, GenerateScenario, UpdateLead, NotifySalesTeam, Done } = lead;
  return {
    Comment: 'A lead becomes a call, a call becomes a CRM record.',
    QueryLanguage: 'JSONata',
    StartAt: 'Begin',
    TimeoutSeconds: executionLimits.timeoutSeconds,
    States: {
      ...smokeTestStates(resources),
      CreateLead,
      GenerateScenario,
      ...placementStates(resources),
      UpdateLead,
      NotifySalesTeam,
      Done,
      ...parkingStates(resources),
    },
  };
};
