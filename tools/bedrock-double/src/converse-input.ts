import * as z from 'zod';

const toolSchema = z.object({
  toolSpec: z.object({
    name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
    description: z.string().optional(),
    inputSchema: z.object({ json: z.looseObject({ type: z.literal('object') }) }),
  }),
});
const blockSchema = z.strictObject({
  text: z.string().min(1).optional(),
  toolUse: z.object({ toolUseId: z.string(), name: z.string(), input: z.unknown() }).optional(),
  toolResult: z.looseObject({ toolUseId: z.string() }).optional(),
});

/** Converse as far as the double reads it; other members are refused by name. */
export const converseInputSchema = z.strictObject({
  system: z.array(z.strictObject({ text: z.string().min(1) })).optional(),
  messages: z
    .array(z.strictObject({ role: z.enum(['user', 'assistant']), content: z.array(blockSchema).min(1) }))
    .min(1),
  inferenceConfig: z
    .strictObject({
      maxTokens: z.int().min(1).optional(),
      temperature: z.number().min(0).max(1).optional(),
      topP: z.number().min(0).max(1).optional(),
      stopSequences: z.array(z.string()).optional(),
    })
    .optional(),
  toolConfig: z
    .strictObject({
      tools: z.array(toolSchema).min(1),
      toolChoice: z
        .strictObject({
          auto: z.object({}).optional(),
          any: z.object({}).optional(),
          tool: z.object({ name: z.string() }).optional(),
        })
        .optional(),
    })
    .optional(),
});
export type ConverseInput = z.infer<typeof converseInputSchema>;
