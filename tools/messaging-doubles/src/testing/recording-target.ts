import type { Deliver, DeliveryOptions } from '../delivery/deliver.ts';

/** One delivery that reached its target. */
export interface Delivered {
  readonly targetArn: string;
  readonly payload: unknown;
  readonly options: DeliveryOptions;
}

/** Targets that accept all, or fail as told. */
export interface RecordingTarget {
  readonly deliver: Deliver;
  readonly delivered: Delivered[];
  /** What the next attempts at a target reject with, in order. */
  fail(targetArn: string, ...errors: readonly Error[]): void;
}

export const createRecordingTarget = (): RecordingTarget => {
  const delivered: Delivered[] = [];
  const failures = new Map<string, Error[]>();
  return {
    delivered,
    fail: (targetArn, ...errors) => failures.set(targetArn, [...errors]),
    deliver: async (targetArn, payload, options) => {
      const failure = failures.get(targetArn)?.shift();
      if (failure) throw failure;
      delivered.push({ targetArn, payload, options });
    },
  };
};
