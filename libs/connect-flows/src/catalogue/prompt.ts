import * as z from 'zod';
import { freeText, reference } from './values.ts';

/** Amazon Connect's limit for a text that is spoken, in characters; 3 000 of them may be billed. */
export const promptLimit = 6_000;

/** What is said or played: one of these. */
export const promptParameters = {
  PromptId: reference('prompt').optional(),
  Text: freeText(promptLimit).optional(),
  SSML: freeText(promptLimit).optional(),
  Media: z
    .strictObject({ Uri: freeText(), SourceType: z.literal('S3'), MediaType: z.literal('Audio') })
    .optional(),
};

/** The parameters that exclude each other in a prompt. */
export const promptKinds = ['PromptId', 'Text', 'SSML', 'Media'] as const;
