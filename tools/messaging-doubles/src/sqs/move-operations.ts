import type { Operation } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { parseInput } from '../parse-input.ts';
import type { MoveTask } from './move-tasks.ts';
import type { SqsCore } from './sqs-core.ts';
import { sqsInputErrors } from './sqs-error.ts';

const startSchema = z.strictObject({
  SourceArn: z.string(),
  DestinationArn: z.string().optional(),
  MaxNumberOfMessagesPerSecond: z.int().min(1).max(500).optional(),
});
const cancelSchema = z.strictObject({ TaskHandle: z.string() });
const listSchema = z.strictObject({ SourceArn: z.string(), MaxResults: z.int().min(1).max(10).default(1) });

const view = (task: MoveTask): object => ({
  ...(task.status === 'RUNNING' && { TaskHandle: task.handle }),
  Status: task.status,
  SourceArn: task.sourceArn,
  DestinationArn: task.destinationArn,
  MaxNumberOfMessagesPerSecond: task.perSecond,
  ApproximateNumberOfMessagesMoved: task.moved,
  ApproximateNumberOfMessagesToMove: task.toMove,
  FailureReason: task.failure,
  StartedTimestamp: task.startedAt,
});

/** StartMessageMoveTask, CancelMessageMoveTask, ListMessageMoveTasks. */
export const moveOperations = ({ moveTasks }: SqsCore): Record<string, Operation> => ({
  StartMessageMoveTask: (input) => {
    const request = parseInput(startSchema, input, sqsInputErrors);
    const { handle } = moveTasks.start({
      sourceArn: request.SourceArn,
      destinationArn: request.DestinationArn,
      perSecond: request.MaxNumberOfMessagesPerSecond,
    });
    return { TaskHandle: handle };
  },
  CancelMessageMoveTask: (input) => ({
    ApproximateNumberOfMessagesMoved: moveTasks.cancel(
      parseInput(cancelSchema, input, sqsInputErrors).TaskHandle,
    ).moved,
  }),
  ListMessageMoveTasks: (input) => {
    const { SourceArn, MaxResults } = parseInput(listSchema, input, sqsInputErrors);
    return { Results: moveTasks.list(SourceArn).slice(0, MaxResults).map(view) };
  },
});
