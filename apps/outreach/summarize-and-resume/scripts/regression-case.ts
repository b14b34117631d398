import { dispositionSchema, localeSchema, reasonSchema } from '@atlas-engine/domain';
import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';

const expectedSchema = z.strictObject({
  disposition: dispositionSchema,
  doNotCall: z.boolean(),
  /** Whether a time for another call must be agreed on; either is right when absent. */
  followUp: z.boolean().optional(),
  /** Absent: the call ends without a reason. */
  reason: reasonSchema.optional(),
});

const caseSchema = z.strictObject({
  about: z.string(),
  call: z.strictObject({
    recording: z.enum(['IVR', 'AGENT']),
    disconnectReason: z.string(),
    locale: localeSchema,
  }),
  expected: expectedSchema,
  /** Transcribe's output, whatever it is: the pipeline must cope. */
  transcript: z.unknown(),
});

export type RegressionCase = z.infer<typeof caseSchema> & { readonly name: string };

const folder = new URL('../fixtures/transcripts/', import.meta.url);

/** Every case of the regression set, by name. @throws ZodError for a case of the wrong form */
export function readRegressionSet(): readonly RegressionCase[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => ({
    ...caseSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
    name: file.replace(/\.json$/, ''),
  }));
}

/** Cases in which a wrong answer would have somebody called who must not be, or a machine taken for a person. */
export const isSafetyRelevant = ({ expected }: RegressionCase): boolean =>
  expected.doNotCall || expected.disposition === 'VOICEMAIL' || expected.reason === 'TRANSCRIPT_MALFORMED';
