import { smokeTestInput } from '@atlas-engine/outreach-workflow';
import type { AtlasNames } from '@atlas-engine/resource-names';
import { eventually, type Patience } from '../patience.ts';
import { failed, ok } from '../report/finding.ts';
import type { Check } from '../report/check.ts';
import type { System } from './system.ts';

/**
 * Whether the workflow runs: an execution by which nobody is called and nothing is written, in the tables or in the
 * CRM. It goes past the lead to a function that only answers.
 *
 * @param id tells this test's execution from others; at most 70 characters
 */
export const workflowCheck = (
  system: Pick<System, 'start' | 'execution'>,
  { workflow }: Pick<AtlasNames, 'workflow'>,
  { id, patience }: { readonly id: string; readonly patience: Patience },
): Check => ({
  name: 'Workflow',
  async run() {
    const arn = await system.start(workflow.liveArn, `smoke-${id}`, smokeTestInput);
    const ended = await eventually(async () => {
      const execution = await system.execution(arn);
      return execution.status === 'RUNNING' ? undefined : execution;
    }, patience);
    if (ended === undefined) return failed(`${arn} does not end`, 'look at its history');
    return ended.status === 'SUCCEEDED'
      ? ok('an execution that calls nobody went through')
      : failed(
          `an execution ended ${ended.status}${ended.error === undefined ? '' : ` with ${ended.error}`}`,
          `look at its history: ${arn}`,
        );
  },
});
