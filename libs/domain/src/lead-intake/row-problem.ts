import type { Reason } from '../reasons.ts';
import type { LeadColumn } from './lead-columns.ts';

/** Why a row was not accepted. The message names the field and what is allowed, and repeats nothing personal. */
export interface RowProblem {
  readonly ok: false;
  readonly reason: Reason;
  readonly field: LeadColumn;
  readonly message: string;
}

export type FieldParse<T> = { readonly ok: true; readonly value: T } | RowProblem;

export const accepted = <T>(value: T): FieldParse<T> => ({ ok: true, value });

/** `problem` goes on after the field's name, e.g. `is empty`. */
export const rejected = (field: LeadColumn, reason: Reason, problem: string): RowProblem => ({
  ok: false,
  reason,
  field,
  message: `${field} ${problem}`,
});
