import type { CallFault, FaultPlan } from '@atlas-engine/simulation';
import { createHash } from 'node:crypto';
import { plannedError } from './planned-error.ts';
import { writeError } from './write-error.ts';
import type { RefusingFault, ServiceDouble, WireRequest, WireResponse } from './wire.ts';

/** Where faults come from, and which requests they may strike. */
export interface FaultSource {
  readonly plan: FaultPlan;
  applies(request: WireRequest): boolean;
}

const hashOf = ({ method, path, query, body }: WireRequest): string =>
  createHash('sha1').update(`${method} ${path}?${query.toString()}\n`).update(body).digest('hex');

/** What the plan has in store for a call. */
export const faultFor = (source: FaultSource, service: ServiceDouble, request: WireRequest): CallFault => {
  const spared = !source.applies(request) || service.faultsApply?.(request) === false;
  if (spared) return { kind: 'none' };
  return source.plan.call({
    service: service.service,
    operation: service.operationOf(request),
    key: service.faultKeyOf?.(request) ?? hashOf(request),
  });
};

/** The answer to a call that a fault refuses. */
export const faultAnswer = (
  fault: RefusingFault,
  service: ServiceDouble,
  request: WireRequest,
): WireResponse =>
  service.faultResponse?.(fault, request) ??
  writeError(plannedError(fault, service.service), request, service);
