import { type ChoiceState, type FailState, jsonata, type SucceedState, type TaskState } from './asl.ts';
import { integration, type WorkflowResources } from './resources.ts';
import { retries } from './retry.ts';

/** An execution with this input shows that the workflow runs and may invoke a function, and does nothing else. */
export const smokeTestInput = { atlas: 'smoke' } as const;

/** The way of the smoke test: to a function that only answers, past lead, call and CRM. */
export const smokeTestStates = (resources: WorkflowResources) => ({
  Begin: begin,
  SmokeTest: smokeTest(resources),
  SmokeTestPassed: passed,
  SmokeTestFailed: failed,
});

const begin: ChoiceState = {
  Type: 'Choice',
  Choices: [{ Condition: jsonata(`$states.input.atlas = '${smokeTestInput.atlas}'`), Next: 'SmokeTest' }],
  Default: 'CreateLead',
};

const smokeTest = ({ partition, functions }: WorkflowResources): TaskState => ({
  Type: 'Task',
  Comment: 'The function answers with its version before it looks at anything.',
  Resource: integration(partition, 'invoke'),
  Arguments: { FunctionName: functions.createLead, Payload: smokeTestInput },
  TimeoutSeconds: 60,
  Retry: retries,
  Catch: [{ ErrorEquals: ['States.ALL'], Next: 'SmokeTestFailed' }],
  Output: jsonata('$states.result.Payload'),
  Next: 'SmokeTestPassed',
});

const passed: SucceedState = { Type: 'Succeed' };

const failed: FailState = {
  Type: 'Fail',
  Error: 'SmokeTestFailed',
  Cause: 'The workflow could not invoke a function; its history says why.',
};
