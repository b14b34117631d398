import { isRecord } from '@atlas-engine/aws-wire';
import type { InvokeResult } from '../invoke.ts';

export interface Batch {
  readonly messageIds: readonly string[];
  /** Whether the mapping has FunctionResponseTypes=[ReportBatchItemFailures]. */
  readonly reportsFailures: boolean;
}

const parsed = (payload: string): unknown => {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
};

const listOfFailures = (payload: string): readonly unknown[] | undefined => {
  const answer = parsed(payload);
  if (answer === null || answer === '') return [];
  if (!isRecord(answer)) return undefined;
  const failures = answer['batchItemFailures'] ?? [];
  return Array.isArray(failures) ? failures : undefined;
};

/**
 * Which messages of a batch stay in the queue after the function has run (Lambda developer guide, partial batch responses).
 *
 * All of them after an error or an answer that is not understood; none when the mapping does not ask for failures.
 */
export const failedMessages = (
  { payload, functionError }: Pick<InvokeResult, 'payload' | 'functionError'>,
  { messageIds, reportsFailures }: Batch,
): ReadonlySet<string> => {
  if (functionError) return new Set(messageIds);
  if (!reportsFailures) return new Set();
  const failures = listOfFailures(payload);
  const ids = failures?.map((failure) => (isRecord(failure) ? failure['itemIdentifier'] : undefined));
  const known = ids?.filter((id): id is string => typeof id === 'string' && messageIds.includes(id));
  return known && known.length === ids?.length ? new Set(known) : new Set(messageIds);
};
