/** One place where a fault may strike; the same seed and the same point give the same answer in every run. */
export interface FaultPoint {
  /** Signing scope of the service, e.g. `dynamodb`, `states`, `salesforce`. */
  readonly service: string;
  readonly operation: string;
  /** What the call is about, free of anything that differs between runs. */
  readonly key: string;
}

export type CallFault =
  | { readonly kind: 'none' }
  /** Refused before any effect. */
  | { readonly kind: 'throttle' }
  | { readonly kind: 'server-error' }
  /** The effect takes place, the answer is lost. */
  | { readonly kind: 'lost-answer' };

export interface FaultPlan {
  /** What happens to one call. */
  call(point: FaultPoint): CallFault;
  /** How often one message is delivered: 1, or 2 for a duplicate. */
  deliveries(point: FaultPoint): number;
  /** Extra delay of one delivery in simulated milliseconds, which reorders messages. */
  delay(point: FaultPoint): number;
  /** Whether a best-effort event (Connect, Transcribe) is lost. */
  lost(point: FaultPoint): boolean;
}
