import type { SFNClient } from '@aws-sdk/client-sfn';
import { SendTaskHeartbeatCommand, SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
import { serviceFailure } from '../service-failure.ts';
import type { CallbackAnswer, WorkflowCallbacks } from '../workflow-callbacks.ts';

/** Nobody waits by the token any more. `TaskTimedOut` is also the answer to a second callback. */
const gone: ReadonlySet<string> = new Set(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken']);

async function calling(operation: string, call: () => Promise<unknown>): Promise<CallbackAnswer> {
  try {
    await call();
    return 'DONE';
  } catch (error) {
    if (error instanceof Error && gone.has(error.name)) return 'GONE';
    throw serviceFailure(operation, error);
  }
}

/** Callbacks to AWS Step Functions. @throws ServiceUnavailableError, ServiceRefusedError */
export const stepFunctionsCallbacks = ({ client }: { readonly client: SFNClient }): WorkflowCallbacks => ({
  succeed: (taskToken, result) =>
    calling('SendTaskSuccess', () =>
      client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(result) })),
    ),
  heartbeat: (taskToken) =>
    calling('SendTaskHeartbeat', () => client.send(new SendTaskHeartbeatCommand({ taskToken }))),
});
