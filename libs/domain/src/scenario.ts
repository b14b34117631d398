import * as z from 'zod';
import { localeSchema } from './outreach-request.ts';

/** Amazon Connect limits all attributes of a contact to 32,768 UTF-8 bytes; a scenario keeps well below. */
export const scenarioLimits = { sentence: 400, list: 6, total: 12_000 } as const;

/** A sentence that is spoken: plain text, no markup, no placeholders. */
const spoken = z
  .string()
  .trim()
  .min(1)
  .max(scenarioLimits.sentence)
  .regex(/^[^<>{}[\]]*$/, 'must be plain text without <, >, {, }, [ or ]');
const list = (min: number) => z.array(spoken).min(min).max(scenarioLimits.list);

/** What a language model is asked to write for one lead. */
export const scenarioDraftSchema = z.strictObject({
  greeting: spoken,
  talkingPoints: list(1),
  qualifyingQuestions: list(1),
  objectionHandling: z.array(z.strictObject({ objection: spoken, answer: spoken })).max(scenarioLimits.list),
  voicemailMessage: spoken,
  closing: spoken,
});
export type ScenarioDraft = z.infer<typeof scenarioDraftSchema>;

/** A draft with where it came from. `TEMPLATE` marks the fallback, with the reason why. */
export const scenarioSchema = scenarioDraftSchema.extend({
  locale: localeSchema,
  source: z.enum(['MODEL', 'TEMPLATE']),
  promptVersion: z.string(),
  modelId: z.string().optional(),
  fallbackReason: z.enum(['THROTTLED', 'TIMED_OUT', 'INVALID_OUTPUT', 'REFUSED', 'UNAVAILABLE']).optional(),
});
export type Scenario = z.infer<typeof scenarioSchema>;
