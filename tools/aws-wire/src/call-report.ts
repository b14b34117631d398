import type { ServiceDouble, WireRequest, WireResponse } from './wire.ts';

/** One call, as traces show it. */
export interface CallReport {
  readonly service: string;
  readonly operation: string;
  /** 0 when the answer was lost. */
  readonly status: number;
  /** Absent on unsigned requests. */
  readonly accessKeyId?: string;
  /** Milliseconds of the wall. */
  readonly ms: number;
}

/** What leaves: an answer, or none because a fault lost it. */
export type Answer = WireResponse | 'lost';

/** Names a call, also one that no service takes. */
export const nameOf = (
  request: WireRequest,
  service?: ServiceDouble,
): { readonly service: string; readonly operation: string } => ({
  service: service?.service ?? request.scope?.service ?? 'unknown',
  operation: service?.operationOf(request) ?? 'unknown',
});

/** Describes a call that has been answered. */
export const reportOf = (
  request: WireRequest,
  service: ServiceDouble | undefined,
  { answer, ms }: { readonly answer: Answer; readonly ms: number },
): CallReport => ({
  ...nameOf(request, service),
  status: answer === 'lost' ? 0 : answer.status,
  ...(request.scope && { accessKeyId: request.scope.accessKeyId }),
  ms,
});
