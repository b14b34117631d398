import type { FaultPlan, SimulationClock, StateStore } from '@atlas-engine/simulation';
import { AwsError } from './aws-error.ts';
import { nameOf, reportOf } from './call-report.ts';
import type { Answer, CallReport } from './call-report.ts';
import { faultAnswer, faultFor } from './planned-faults.ts';
import type { Routing } from './routing.ts';
import type { ServiceDouble, WireRequest, WireResponse } from './wire.ts';
import { writeError } from './write-error.ts';

export interface AnsweringOptions {
  readonly services: readonly ServiceDouble[];
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly faults?: FaultPlan;
  /** Which requests faults may strike; all by default. */
  faultsApply?(request: WireRequest): boolean;
  /** Throws an AwsError (AccessDeniedException) to refuse a call before it has any effect. */
  authorize?(request: WireRequest, operation: string): void | Promise<void>;
  observe?(report: CallReport): void;
  /** Hears of what went wrong in a double itself; by default it is written to the console. */
  onDefect?(defect: unknown, where: { readonly service: string; readonly operation: string }): void;
}

export interface Answering {
  /** Finds the answer to a request and sends it, as part of the same busy work; an error is an answer. */
  answer(request: WireRequest, send: (answer: Answer) => void): Promise<void>;
  /** Resolves when no call but long polls is under way. */
  settled(): Promise<void>;
}

/** The way of a request through routing, permission, faults, the double and the store. */
export const createAnswering = (options: AnsweringOptions, route: Routing): Answering => {
  const { clock, store } = options;
  const underWay = new Set<Promise<void>>();
  const faults = options.faults && {
    plan: options.faults,
    applies: (request: WireRequest) => options.faultsApply?.(request) ?? true,
  };

  const handled = async (service: ServiceDouble, request: WireRequest): Promise<WireResponse> => {
    try {
      return await service.handle(request);
    } catch (error) {
      if (error instanceof AwsError) return writeError(error, request, service);
      throw error;
    }
  };

  const perform = async (service: ServiceDouble, request: WireRequest): Promise<Answer> => {
    await options.authorize?.(request, service.operationOf(request));
    const fault = faults ? faultFor(faults, service, request) : { kind: 'none' as const };
    if (fault.kind === 'throttle' || fault.kind === 'server-error')
      return faultAnswer(fault, service, request);
    const response = await handled(service, request);
    return fault.kind === 'lost-answer' ? 'lost' : response;
  };

  const defectAnswer = (defect: unknown, request: WireRequest, service?: ServiceDouble): WireResponse => {
    const where = nameOf(request, service);
    if (options.onDefect) options.onDefect(defect, where);
    else console.error(`${where.service} ${where.operation}: the double failed`, defect);
    const error = new AwsError('InternalFailure', `${where.service}: the local double failed, see its log`, {
      status: 500,
    });
    return writeError(error, request, service);
  };

  /** Gives the answer, whatever happens; what was done is durable before it leaves. */
  const answerOf = async (request: WireRequest, service?: ServiceDouble): Promise<Answer> => {
    let answer: Answer;
    try {
      answer = await perform(service ?? route(request), request);
    } catch (error) {
      answer =
        error instanceof AwsError
          ? writeError(error, request, service)
          : defectAnswer(error, request, service);
    }
    try {
      store.flush();
      return answer;
    } catch (error) {
      return defectAnswer(error, request, service);
    }
  };

  return {
    answer: async (request, send) => {
      const service = route.find(request);
      const work = async (): Promise<void> => {
        const started = performance.now();
        const answer = await answerOf(request, service);
        send(answer);
        options.observe?.(reportOf(request, service, { answer, ms: performance.now() - started }));
      };
      if (service?.longPoll?.(request)) return work();
      const call = clock.busy(work);
      underWay.add(call);
      try {
        await call;
      } finally {
        underWay.delete(call);
      }
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
};
