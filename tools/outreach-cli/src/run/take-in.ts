import { leadColumns, parseLeadRow, type LeadFields, type OutreachRequest } from '@atlas-engine/domain';
import type { LeadRow } from '../leads-file/read-leads.ts';
import { rowResult, type RowResult } from '../report/row-result.ts';
import { derivableRequestId } from './derivable-request-id.ts';
import { differingColumn } from './differing-column.ts';

export interface IntakeOptions {
  readonly campaign: string;
  readonly defaultCountry?: string | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface AcceptedRow {
  readonly row: number;
  readonly request: OutreachRequest;
}

/** A row that ended before the workflow, with what a person needs to know of it. */
export interface EndedRow {
  readonly result: RowResult;
  readonly message: string;
}

export interface Intake {
  readonly accepted: readonly AcceptedRow[];
  readonly ended: readonly EndedRow[];
}

/** Checks every row; the first of several rows with one request id is the request, the others are duplicates. */
export function takeIn(rows: readonly LeadRow[], options: IntakeOptions): Intake {
  const accepted = new Map<string, AcceptedRow>();
  const ended: EndedRow[] = [];
  for (const row of rows) {
    const checked = check(row, options);
    if (!('request' in checked)) {
      ended.push(checked);
      continue;
    }
    const first = accepted.get(checked.request.requestId);
    if (first === undefined) accepted.set(checked.request.requestId, checked);
    else ended.push(duplicateOf(first, checked));
  }
  return { accepted: [...accepted.values()], ended };
}

function duplicateOf(first: AcceptedRow, { row, request }: AcceptedRow): EndedRow {
  const field = differingColumn(first.request, request);
  const { requestId } = request;
  const message = `the same request as row ${first.row}`;
  return {
    result: rowResult({ row, status: 'duplicate', reason: 'DUPLICATE_ROW', field, requestId }),
    message: field === null ? message : `${message}, with another ${field}: row ${first.row} counts`,
  };
}

function check({ row, fields, problem }: LeadRow, options: IntakeOptions): AcceptedRow | EndedRow {
  if (problem !== undefined) {
    return { result: rowResult({ row, status: 'rejected', reason: 'INVALID_FIELD' }), message: problem };
  }
  const parsed = parseLeadRow(allColumns(fields), { ...options, channel: 'FILE' });
  if (parsed.ok) return { row, request: parsed.request };
  const { reason, field, message } = parsed;
  const requestId = derivableRequestId(fields, options);
  return { result: rowResult({ row, status: 'rejected', reason, field, requestId }), message };
}

const allColumns = (fields: LeadRow['fields']): LeadFields =>
  Object.fromEntries(leadColumns.map((column) => [column, fields[column]])) as LeadFields;
