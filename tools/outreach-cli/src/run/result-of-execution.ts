import {
  outreachRequestSchema,
  reasonSchema,
  workflowOutputSchema,
  type LeadColumn,
  type OutreachRequest,
  type WorkflowOutput,
} from '@atlas-engine/domain';
import { rowResult, type RowResult } from '../report/row-result.ts';
import { differingColumn } from './differing-column.ts';
import type { ExecutionDescription } from './executions.ts';

/** A row whose execution is known. */
export interface StartedRow {
  readonly row: number;
  readonly request: OutreachRequest;
  readonly executionArn: string;
}

/**
 * The final result of a row, or undefined while its execution is under way. When the execution was started earlier
 * with another content, that content counts, and `field` names the first column that differs.
 */
export function resultOfExecution(
  { row, request, executionArn }: StartedRow,
  execution: ExecutionDescription,
): RowResult | undefined {
  const field = differenceFrom(request, execution.input);
  const base = { row, requestId: request.requestId, executionArn, field };
  switch (execution.status) {
    case 'SUCCEEDED':
      return succeeded(base, execution.output);
    case 'FAILED':
      return failed(base, execution.error);
    case 'TIMED_OUT':
    case 'ABORTED':
      return failed(base, undefined);
    case 'RUNNING':
    case 'PENDING_REDRIVE':
    case undefined:
      return undefined;
  }
}

type Base = Pick<RowResult, 'row' | 'requestId' | 'executionArn' | 'field'>;

function succeeded(base: Base, text: string | undefined): RowResult {
  const parsed = workflowOutputSchema.safeParse(parseJson(text));
  if (!parsed.success) return rowResult({ ...base, status: 'failed', reason: 'WORKFLOW_ERROR' });
  const { outcome, reason = null, disposition = null, attempts, leadId } = parsed.data;
  return rowResult({
    ...base,
    status: statusOf(parsed.data),
    outcome,
    reason,
    disposition,
    attempts,
    leadId,
  });
}

/** The workflow fails by a reason of its own after it has parked the request; any other error is a fault. */
function failed(base: Base, error: string | undefined): RowResult {
  const reason = reasonSchema.safeParse(error);
  return reason.success
    ? rowResult({ ...base, status: 'parked', reason: reason.data })
    : rowResult({ ...base, status: 'failed', reason: 'WORKFLOW_ERROR' });
}

/** A request that the calling policy refused before any call is a rejected row; its lead is in the CRM all the same. */
const statusOf = ({ outcome, attempts }: WorkflowOutput): 'rejected' | 'completed' =>
  outcome === 'REFUSED' && attempts === 0 ? 'rejected' : 'completed';

function differenceFrom(request: OutreachRequest, input: string | undefined): LeadColumn | null {
  const { request: first } = Object(parseJson(input)) as { readonly request?: unknown };
  const parsed = outreachRequestSchema.safeParse(first);
  return parsed.success ? differingColumn(parsed.data, request) : null;
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
