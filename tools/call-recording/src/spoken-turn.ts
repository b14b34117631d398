import * as z from 'zod';

/** Left is channel 0, right channel 1. Which of them is the customer depends on the kind of recording. */
export const spokenTurnSchema = z.strictObject({
  channel: z.union([z.literal(0), z.literal(1)]),
  text: z.string(),
  /** Seconds from the start of the recording. */
  from: z.number().nonnegative(),
  to: z.number().nonnegative(),
});
export type SpokenTurn = z.infer<typeof spokenTurnSchema>;

/** 8 kHz, two channels, µ-law: a telephone's sound. */
export const format = { sampleRate: 8000, channels: 2, codec: 7, bitsPerSample: 8 } as const;

/** The RIFF chunk in which a recording carries what was said; players pass over chunks they do not know. */
export const transcriptChunk = 'atls';
