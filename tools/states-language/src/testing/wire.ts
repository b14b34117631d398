import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { DescribeExecutionCommandOutput } from '@aws-sdk/client-sfn';
import type { WireServer } from '@atlas-engine/aws-wire';
import { createWireServer } from '@atlas-engine/aws-wire';
import type { ManualClock, StateStore } from '@atlas-engine/simulation';
import { createManualClock, createMemoryStore } from '@atlas-engine/simulation';
import type { StatusChangeDetail } from '../api/status-change.ts';
import type { StepFunctions } from '../create-step-functions.ts';
import { createStepFunctions } from '../create-step-functions.ts';
import type { TaskContext } from '../engine/runner.ts';
import { invoke, invokeAndWait, machineOf, runner } from './harness.ts';

export const roleArn = 'arn:aws:iam::000000000000:role/workflow';
export const place = { region: 'us-east-1', accountId: '000000000000' };

/** One task that waits for its token, which is as long a run as a test wants. */
export const waitingDefinition = machineOf({
  Ask: {
    Type: 'Task',
    Resource: invokeAndWait,
    Arguments: { token: '{% $states.context.Task.Token %}' },
    End: true,
  },
});

export interface WireHarness {
  readonly sfn: SFNClient;
  readonly clock: ManualClock;
  readonly store: StateStore;
  readonly double: StepFunctions;
  /** Handed out so far. */
  readonly tokens: string[];
  readonly statusChanges: StatusChangeDetail[];
  create(name: string, definition?: string): Promise<string>;
  /** Starts an execution and gives its ARN once it does nothing more by itself. */
  start(stateMachineArn: string, name: string, input?: unknown): Promise<string>;
  describe(executionArn: string): Promise<DescribeExecutionCommandOutput>;
  close(): Promise<void>;
}

/** The double behind a real server, with a real client. */
export const createWireHarness = async (): Promise<WireHarness> => {
  const clock = createManualClock();
  const store = createMemoryStore();
  const tokens: string[] = [];
  const statusChanges: StatusChangeDetail[] = [];
  const double = createStepFunctions({
    clock,
    store,
    ...place,
    runners: {
      [invoke]: runner((args: unknown) => ({ got: args })),
      [invokeAndWait]: runner(
        (_args: unknown, { taskToken = '' }: TaskContext) => void tokens.push(taskToken),
      ),
    },
    onStatusChange: (detail) => void statusChanges.push(detail),
  });
  const server: WireServer = await createWireServer({ services: [double.service], clock, store });
  const sfn = new SFNClient({
    endpoint: server.url,
    region: place.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  return {
    sfn,
    clock,
    store,
    double,
    tokens,
    statusChanges,
    create: async (name, definition = waitingDefinition) => {
      const { stateMachineArn = '' } = await sfn.send(
        new CreateStateMachineCommand({ name, definition, roleArn }),
      );
      return stateMachineArn;
    },
    start: async (stateMachineArn, name, input = {}) => {
      const { executionArn = '' } = await sfn.send(
        new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }),
      );
      await clock.idle();
      return executionArn;
    },
    describe: (executionArn) => sfn.send(new DescribeExecutionCommand({ executionArn })),
    close: async () => {
      sfn.destroy();
      await server.close();
    },
  };
};
