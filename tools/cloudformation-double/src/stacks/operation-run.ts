import type { DeploymentContext, ResourceProvider } from '../resource-provider.ts';
import type { StackDirectory } from './stack-directory.ts';
import type { Operation, ResourceRecord, StackRecord, StackStatus } from './stack-record.ts';

/** What operations on stacks are carried out with. */
export interface EngineParts {
  readonly directory: StackDirectory;
  readonly provider: ResourceProvider;
  /** The value of an SSM parameter; undefined when there is none. */
  readonly ssm: (name: string) => string | undefined;
  readonly dynamicReference: (service: string, reference: string) => Promise<string>;
}

/** An operation under way on one stack. */
export interface OperationRun extends EngineParts {
  readonly stackId: string;
  readonly signal: AbortSignal;
  stack(): StackRecord;
  operation(): Operation;
  change(changes: Partial<Operation>): void;
  /** Gives the stack a state, with its event. */
  enter(status: StackStatus, reason?: string): void;
  /** Gives a resource a state, with its event. */
  mark(record: ResourceRecord, status: string, reason?: string): ResourceRecord;
  context(options: { readonly adopt: boolean; readonly immediate?: boolean }): DeploymentContext;
}

/** An operation as those see it who asked for it. */
export interface RunningOperation {
  /** Resolves when it has ended, however. */
  readonly finished: Promise<void>;
  /** Resolves when it has ended or waits for simulated time. */
  readonly answered: Promise<void>;
  /** Takes the operation back. */
  cancel(): void;
}

const stackType = 'AWS::CloudFormation::Stack';

/** Makes the view of one operation, which the work on it shares. */
export function openRun(
  parts: EngineParts,
  stackId: string,
  controls: { readonly signal: AbortSignal; readonly waiting: DeploymentContext['waiting'] },
): OperationRun {
  const { directory } = parts;
  const stack = () => directory.get(stackId);
  const operation = (): Operation => {
    const current = directory.operation(stackId);
    if (current === undefined) throw new OperationMissingError(stackId);
    return current;
  };
  return {
    ...parts,
    stackId,
    signal: controls.signal,
    stack,
    operation,
    change: (changes) => directory.saveOperation(stackId, { ...operation(), ...changes }),
    enter: (status, reason) => {
      const { name } = directory.save({ ...stack(), status, statusReason: reason });
      const { token } = operation();
      const event = { stackId, stackName: name, logicalId: name, physicalId: stackId, type: stackType };
      directory.tell({ ...event, status, reason, token });
    },
    mark: (record, status, reason) => {
      const { logicalId, physicalId, type, properties, stackName } = record;
      const { token } = operation();
      directory.tell({
        ...{ stackId, stackName, logicalId, physicalId, type, status, reason, token },
        properties: JSON.stringify(properties),
      });
      return { ...record, status, statusReason: reason, changedAt: directory.place.clock.now() };
    },
    context: ({ adopt, immediate = operation().immediate }) => ({ adopt, immediate, ...controls }),
  };
}

/** The state has a stack in the middle of something, but not what. */
class OperationMissingError extends Error {
  override readonly name = 'OperationMissingError';

  constructor(stackId: string) {
    super(`${stackId}: there is no record of the operation that is under way`);
  }
}
