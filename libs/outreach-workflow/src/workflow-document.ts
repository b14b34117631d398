import type { Definition, State, TaskState } from './asl.ts';
import { workflowErrors } from './errors.ts';
import { toMermaid } from './mermaid.ts';

/** The text of `docs/workflow.md`: the diagram, the limits of each step and the errors, as the definition has them. */
export const workflowDocument = (definition: Definition): string =>
  [
    '# AtlasEngineWorkflow',
    '',
    'Written by `node write-docs.ts` from the definition; a test compares the two.',
    '',
    '```mermaid',
    toMermaid(definition),
    '```',
    '',
    '## Time limits',
    '',
    ...Object.entries(definition.States).flatMap(([name, state]) =>
      isTask(state) ? [limit(name, state)] : [],
    ),
    '',
    '## Errors',
    '',
    'How long a step is tried again, and why the request is parked when that did not help. Placing a call is never',
    'repeated after a time-out of the call itself.',
    '',
    ...Object.entries(workflowErrors).map(
      ([name, { reason, retry }]) => `- \`${name}\`: ${persistence[retry]}, then \`${reason}\``,
    ),
    '- any other: minutes, then `WORKFLOW_ERROR`',
    '',
  ].join('\n');

const persistence = { NEVER: 'not tried again', MINUTES: 'minutes', HOUR: 'an hour' } as const;

const isTask = (state: State): state is TaskState => state.Type === 'Task';

function limit(name: string, { TimeoutSeconds, HeartbeatSeconds }: TaskState): string {
  const heartbeat =
    HeartbeatSeconds === undefined ? '' : `, ${String(HeartbeatSeconds)} s without a sign of life`;
  return `- ${name}: ${String(TimeoutSeconds)} s${heartbeat}`;
}
