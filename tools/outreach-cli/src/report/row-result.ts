import type { Reason } from '@atlas-engine/domain';

/** How a row ended. `rejected` never led to a call; `parked` waits for a person. */
export const rowStatuses = ['completed', 'rejected', 'duplicate', 'failed', 'parked'] as const;
export type RowStatus = (typeof rowStatuses)[number];

/** One row of the report. Members that do not apply are null. */
export interface RowResult {
  readonly row: number;
  readonly status: RowStatus;
  readonly outcome: string | null;
  readonly reason: Reason | null;
  /** The field at fault; else the first in which the row differs from the request that was taken in under its id. */
  readonly field: string | null;
  readonly attempts: number;
  readonly requestId: string | null;
  readonly executionArn: string | null;
  readonly leadId: string | null;
  readonly disposition: string | null;
}

/** What `--json` prints. `accepted` rows went through the workflow and were not refused by the calling policy. */
export interface OutreachReport {
  readonly rows: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly elapsedMs: number;
  readonly results: readonly RowResult[];
}

const nothing: Omit<RowResult, 'row' | 'status'> = {
  outcome: null,
  reason: null,
  field: null,
  attempts: 0,
  requestId: null,
  executionArn: null,
  leadId: null,
  disposition: null,
};

export const rowResult = (result: Partial<RowResult> & Pick<RowResult, 'row' | 'status'>): RowResult => ({
  ...nothing,
  ...result,
});

export function reportOf(results: readonly RowResult[], elapsedMs: number): OutreachReport {
  const count = (...statuses: RowStatus[]) =>
    results.filter(({ status }) => statuses.includes(status)).length;
  return {
    rows: results.length,
    accepted: count('completed', 'failed', 'parked'),
    duplicates: count('duplicate'),
    rejected: count('rejected'),
    elapsedMs: Math.round(elapsedMs),
    results: results.toSorted((a, b) => a.row - b.row),
  };
}

/** 0 when every row reached a final state, 1 when one failed or waits for a person. */
export const exitStatusOf = ({ results }: OutreachReport): 0 | 1 =>
  results.some(({ status }) => status === 'failed' || status === 'parked') ? 1 : 0;
