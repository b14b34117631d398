import * as z from 'zod';
import { flowLanguageVersion } from '../language/flow-language.ts';

const transitions = z.strictObject({
  NextAction: z.string().optional(),
  Errors: z.array(z.strictObject({ ErrorType: z.string(), NextAction: z.string() })).optional(),
  Conditions: z
    .array(
      z.strictObject({
        NextAction: z.string(),
        Condition: z.strictObject({ Operator: z.string(), Operands: z.tuple([z.string()]) }),
      }),
    )
    .optional(),
});

/** What the importer understands; anything else is refused by name, so that nothing is lost. */
export const flowSchema = z.strictObject({
  Version: z.literal(flowLanguageVersion),
  StartAction: z.string(),
  Metadata: z.record(z.string(), z.unknown()).optional(),
  Actions: z.array(
    z.strictObject({
      Identifier: z.string().min(1),
      Type: z.string(),
      Parameters: z.record(z.string(), z.unknown()).optional(),
      Transitions: transitions,
    }),
  ),
  Settings: z.record(z.string(), z.unknown()).optional(),
});
export type ReadFlow = z.infer<typeof flowSchema>;
export type ReadAction = ReadFlow['Actions'][number];
