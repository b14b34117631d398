import * as z from 'zod';
import { callIdSchema, requestIdSchema, type CallId, type CallKey } from './identifiers.ts';
import type { Scenario } from './scenario.ts';

/** Amazon Connect's limit for all attributes of a contact, in UTF-8 bytes of keys and values. */
export const contactAttributesLimit = 32_768;

/**
 * What a contact carries into its flow: which call it is, and what to say. Keys hold letters, digits, `-` and `_`
 * only. Lists are numbered from 1: `talkingPoint1`, `question1`, `objection1`, `objectionAnswer1`.
 */
export function contactAttributesOf(call: CallKey & { readonly callId: CallId }, scenario: Scenario) {
  const attributes: Record<string, string> = {
    callId: call.callId,
    requestId: call.requestId,
    sequence: String(call.sequence),
    locale: scenario.locale,
    greeting: scenario.greeting,
    closing: scenario.closing,
    voicemailMessage: scenario.voicemailMessage,
    ...numbered('talkingPoint', scenario.talkingPoints),
    ...numbered('question', scenario.qualifyingQuestions),
    ...numbered(
      'objection',
      scenario.objectionHandling.map((pair) => pair.objection),
    ),
    ...numbered(
      'objectionAnswer',
      scenario.objectionHandling.map((pair) => pair.answer),
    ),
  };
  return attributes;
}

const numbered = (name: string, values: readonly string[]): Record<string, string> =>
  Object.fromEntries(values.map((value, index) => [`${name}${String(index + 1)}`, value]));

const callAttributesSchema = z.object({
  callId: callIdSchema,
  requestId: requestIdSchema,
  sequence: z.coerce.number().int().min(1),
});

/** The call that a contact belongs to, by its attributes; undefined for a contact that is not ours. */
export function callOfAttributes(
  attributes: Readonly<Record<string, string>>,
): (CallKey & { readonly callId: CallId }) | undefined {
  const parsed = callAttributesSchema.safeParse(attributes);
  return parsed.success ? parsed.data : undefined;
}
