import * as z from 'zod';
import type { Message } from '../ask.ts';

/** The parameters by which a block speaks: at most one of them. */
export const messageShape = {
  Text: z.string().optional(),
  SSML: z.string().optional(),
  PromptId: z.string().optional(),
  Media: z
    .strictObject({ Uri: z.string(), SourceType: z.literal('S3'), MediaType: z.literal('Audio') })
    .optional(),
};

type MessageParameters = z.infer<z.ZodObject<typeof messageShape>>;

/** What the parameters say, or nothing. Texts are resolved by `text`. */
export function messageOf(
  parameters: MessageParameters,
  text: (value: string) => string,
): Message | undefined {
  const { Text, SSML, PromptId, Media } = parameters;
  if (Text !== undefined) return { kind: 'text', text: text(Text) };
  if (SSML !== undefined) return { kind: 'ssml', ssml: text(SSML) };
  if (PromptId !== undefined) return { kind: 'prompt', promptId: text(PromptId) };
  return Media === undefined ? undefined : { kind: 'media', uri: text(Media.Uri) };
}

const count = (parameters: MessageParameters) =>
  [parameters.Text, parameters.SSML, parameters.PromptId, parameters.Media].filter(
    (each) => each !== undefined,
  ).length;

export const atMostOneMessage = (parameters: MessageParameters): boolean => count(parameters) <= 1;
export const exactlyOneMessage = (parameters: MessageParameters): boolean => count(parameters) === 1;
export const oneMessageOnly = 'one of Text, SSML, PromptId, Media is allowed';
