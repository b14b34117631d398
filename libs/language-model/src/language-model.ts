import type * as z from 'zod';

/** One question to a model that must be answered by a structure. */
export interface ModelTask<T> {
  /** Instructions; never holds anything that a lead or a caller supplied. */
  readonly system: string;
  /** The material, made with {@link dataBlock}. */
  readonly material: string;
  /** The tool whose input is the answer; the model is made to call it. 1–64 of `a-z A-Z 0-9 _ -`. */
  readonly tool: { readonly name: string; readonly description: string; readonly schema: z.ZodType<T> };
  /** Most tokens of one answer. */
  readonly maxTokens: number;
}

/** Why there is no answer. The caller decides what takes its place; it is never an exception. */
export type ModelFailure = 'THROTTLED' | 'TIMED_OUT' | 'INVALID_OUTPUT' | 'REFUSED' | 'UNAVAILABLE';

export type ModelAnswer<T> =
  | { readonly ok: true; readonly value: T; readonly modelId: string; readonly repairs: number }
  | { readonly ok: false; readonly failure: ModelFailure; readonly repairs: number };

/** A language model that answers by schema. */
export interface LanguageModel {
  answer<T>(task: ModelTask<T>): Promise<ModelAnswer<T>>;
}
