import { createInFlight, type InFlight } from './in-flight.ts';
import { createMoveTasks, type MoveTasks } from './move-tasks.ts';
import { createQueueDirectory, type QueueDirectory, type SqsOptions } from './queue-directory.ts';
import { createQueueLifecycle, type QueueLifecycle } from './queue-lifecycle.ts';
import { createReceive, type Receive } from './receive.ts';
import { createSend, type Send } from './send.ts';

/** The parts of SQS, put together: what the API's operations and the in-process functions share. */
export interface SqsCore {
  readonly options: SqsOptions;
  readonly directory: QueueDirectory;
  readonly lifecycle: QueueLifecycle;
  readonly send: Send;
  readonly receive: Receive;
  readonly inFlight: InFlight;
  readonly moveTasks: MoveTasks;
}

/** Opens SQS on its stored state. */
export const createSqsCore = (options: SqsOptions): SqsCore => {
  const directory = createQueueDirectory(options);
  return {
    options,
    directory,
    lifecycle: createQueueLifecycle(options, directory),
    send: createSend(options),
    receive: createReceive(options.clock, directory),
    inFlight: createInFlight(options.clock),
    moveTasks: createMoveTasks(options, directory),
  };
};
