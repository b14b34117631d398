import * as z from 'zod';
import { localeSchema } from './outreach-request.ts';

/** Amazon Connect limits all attributes of a contact to 32,768 UTF-8 bytes; a scenario keeps well below. */
export const scenarioLimits = { sentence: 400, list: 6, total: 12_000 } as const;

const draftShape = () => {
  /** A sentence that is spoken: plain text, no markup, no placeholders. */
  const spoken = z
    .string()
    .check(
      z.trim(),
      z.minLength(1),
      z.maxLength(scenarioLimits.sentence),
      z.regex(/^[^<>{}[\]]*$/, 'must be plain text without <, >, {, }, [ or ]'),
    );
  const list = z.array(spoken).check(z.minLength(1), z.maxLength(scenarioLimits.list));
  return {
    greeting: spoken,
    talkingPoints: list,
    qualifyingQuestions: list,
    objectionHandling: z
      .array(z.strictObject({ objection: spoken, answer: spoken }))
      .max(scenarioLimits.list),
    voicemailMessage: spoken,
    closing: spoken,
  };
};

/** What a language model is asked to write for one lead. */
export const scenarioDraftSchema = z.lazy(() => z.strictObject(draftShape()));
export type ScenarioDraft = z.infer<typeof scenarioDraftSchema>;

/** A draft with where it came from. `TEMPLATE` marks the fallback, with the reason why. */
export const scenarioSchema = z.lazy(() =>
  z.strictObject({
    ...draftShape(),
    locale: localeSchema,
    source: z.enum(['MODEL', 'TEMPLATE']),
    promptVersion: z.string(),
    modelId: z.string().optional(),
    fallbackReason: z.enum(['THROTTLED', 'TIMED_OUT', 'INVALID_OUTPUT', 'REFUSED', 'UNAVAILABLE']).optional(),
  }),
);
export type Scenario = z.infer<typeof scenarioSchema>;
