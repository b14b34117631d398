import {
  ExecutionDoesNotExist,
  paginateGetExecutionHistory,
  type HistoryEvent,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import { crmWriteOf } from './crm-write.ts';

/** A state that the workflow entered, a write to the CRM that it was told of, or how the execution ended. */
export interface WorkflowStep {
  /** ISO 8601. */
  readonly at: string;
  readonly kind: 'STATE' | 'CRM_WRITE' | 'END';
  readonly what: string;
}

/** What an execution did, in order; undefined when it is not known (any more: AWS forgets it after 90 days). */
export async function workflowSteps(
  client: SFNClient,
  executionArn: string,
): Promise<readonly WorkflowStep[] | undefined> {
  const steps: WorkflowStep[] = [];
  try {
    const pages = paginateGetExecutionHistory({ client, pageSize: 1000 }, { executionArn });
    for await (const { events = [] } of pages) steps.push(...events.flatMap(stepsOf));
    return steps;
  } catch (error) {
    if (error instanceof ExecutionDoesNotExist) return undefined;
    throw error;
  }
}

function stepsOf(event: HistoryEvent): readonly WorkflowStep[] {
  const step = [stateOf, writeOf, endOf].map((read) => read(event)).find((found) => found !== undefined);
  return step === undefined || event.timestamp === undefined
    ? []
    : [{ at: event.timestamp.toISOString(), ...step }];
}

type Step = Omit<WorkflowStep, 'at'>;

function stateOf({ stateEnteredEventDetails }: HistoryEvent): Step | undefined {
  const name = stateEnteredEventDetails?.name;
  return name === undefined ? undefined : { kind: 'STATE', what: name };
}

function writeOf({ taskSucceededEventDetails }: HistoryEvent): Step | undefined {
  const write = crmWriteOf(taskSucceededEventDetails?.output);
  return write === undefined ? undefined : { kind: 'CRM_WRITE', what: write };
}

function endOf({ type, executionFailedEventDetails }: HistoryEvent): Step | undefined {
  const ending = endings.get(type ?? '');
  if (ending === undefined) return undefined;
  const error = executionFailedEventDetails?.error;
  return { kind: 'END', what: error === undefined ? ending : `${ending} ${error}` };
}

const endings: ReadonlyMap<string, string> = new Map([
  ['ExecutionSucceeded', 'SUCCEEDED'],
  ['ExecutionFailed', 'FAILED'],
  ['ExecutionAborted', 'ABORTED'],
  ['ExecutionTimedOut', 'TIMED_OUT'],
]);
