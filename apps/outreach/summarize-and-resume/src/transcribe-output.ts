import * as z from 'zod';
import { TranscriptMalformedError } from './transcript-malformed-error.ts';

/** Times are strings of seconds; punctuation has none, and a redacted word has no confidence. */
const itemSchema = z.lazy(() =>
  z.object({
    type: z.string(),
    start_time: z.coerce.number().nonnegative().optional(),
    end_time: z.coerce.number().nonnegative().optional(),
    alternatives: z.array(z.object({ content: z.string().default('') })).default([]),
  }),
);
const channelSchema = z.lazy(() => z.object({ channel_label: z.string(), items: z.array(itemSchema) }));
const outputSchema = z.lazy(() =>
  z.object({
    results: z.object({
      channel_labels: z.object({ channels: z.array(channelSchema) }).optional(),
      items: z.array(itemSchema).default([]),
    }),
  }),
);

export type SpokenItem = z.infer<typeof itemSchema>;
export type SpokenChannel = z.infer<typeof channelSchema>;

/**
 * What Transcribe heard on each channel; without channel identification, one channel with everything.
 *
 * @throws TranscriptMalformedError when the text is not Transcribe's output
 */
export function readTranscribeOutput(text: string): readonly SpokenChannel[] {
  const { results } = parse(text);
  return results.channel_labels?.channels ?? [{ channel_label: 'none', items: results.items }];
}

function parse(text: string): z.infer<typeof outputSchema> {
  try {
    return outputSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new TranscriptMalformedError(cause);
  }
}
