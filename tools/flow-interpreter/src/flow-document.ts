import * as z from 'zod';

const transitionsSchema = z.object({
  NextAction: z.string().optional(),
  Errors: z.array(z.object({ ErrorType: z.string(), NextAction: z.string() })).optional(),
  Conditions: z
    .array(
      z.object({
        NextAction: z.string(),
        Condition: z.object({ Operator: z.string(), Operands: z.tuple([z.string()]) }),
      }),
    )
    .optional(),
});

const actionSchema = z.object({
  Identifier: z.string(),
  Type: z.string(),
  Parameters: z.record(z.string(), z.unknown()).optional(),
  Transitions: transitionsSchema.optional(),
});

/** A flow's content as Amazon Connect stores it. */
export const flowDocumentSchema = z.object({
  Version: z.literal('2019-10-30'),
  StartAction: z.string(),
  Actions: z.array(actionSchema).min(1).max(250),
});

export type FlowAction = z.infer<typeof actionSchema>;
export type FlowDocument = z.infer<typeof flowDocumentSchema>;

/** A flow or module, ready to run. */
export interface LoadedFlow {
  /** What runs and traces call it: its id in the instance. */
  readonly id: string;
  readonly name: string;
  /** `CONTACT_FLOW`, `CUSTOMER_QUEUE`, … or `MODULE`. */
  readonly type: string;
  readonly start: string;
  readonly actions: ReadonlyMap<string, FlowAction>;
}
