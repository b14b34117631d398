import {
  checkGrounding,
  summaryDraftSchema,
  type CallSummary,
  type SummaryDraft,
  type Turn,
} from '@atlas-engine/domain';
import {
  dataBlock,
  type LanguageModel,
  type ModelFailure,
  type ModelTask,
} from '@atlas-engine/language-model';
import { summaryPrompt } from './prompts/summary-v1.ts';
import {
  draftWithoutModel,
  rulesVersion,
  silenceWanted,
  summarizeByRules,
  wishForSilenceIn,
} from './summarize-by-rules.ts';

/** What a summary is made of. */
export interface SummaryMaterial {
  /** Redacted. */
  readonly turns: readonly Turn[];
  /** Whether the turns tell the customer from our side. */
  readonly sidesKnown: boolean;
  readonly callEndedAt: string;
  /** IANA name, or undefined when no zone is known: then no follow-up time can be agreed. */
  readonly timeZone: string | undefined;
  readonly customerHungUp: boolean;
}

/** Whether rules had to take the model's place although there was something to summarise. */
export const isMadeWithoutModel = ({ source, promptVersion }: CallSummary): boolean =>
  source === 'RULES' && promptVersion !== rulesVersion;

/** A summary; `failure` says why rules had to take the model's place. */
export interface SummarizedTurns {
  readonly summary: CallSummary;
  readonly failure?: ModelFailure;
}

/**
 * The summary of a conversation. Where nothing was said, or a machine answered, rules say so and no model is paid;
 * what the model says is checked against the transcript. A wish not to be called counts even if the model missed it.
 */
export async function summarizeTurns(
  model: LanguageModel,
  material: SummaryMaterial,
): Promise<SummarizedTurns> {
  const byRules = summarizeByRules(material);
  if (byRules !== undefined) return { summary: byRules };
  const answer = await model.answer(taskOf(material));
  const draft = heeding(material, answer.ok ? answer.value : draftWithoutModel);
  const grounded = checkGrounding(draft, material.turns);
  const summary: CallSummary = {
    ...grounded.draft,
    ...(answer.ok ? { source: 'MODEL', modelId: answer.modelId } : { source: 'RULES' }),
    promptVersion: summaryPrompt.version,
    ungrounded: grounded.ungrounded,
  };
  return answer.ok ? { summary } : { summary, failure: answer.failure };
}

/** What stands whatever the draft says: a wish not to be called, and that no time can be agreed on without a zone. */
function heeding(material: SummaryMaterial, draft: SummaryDraft): SummaryDraft {
  if (!draft.doNotCallRequested && wishForSilenceIn(material)) {
    return { ...draft, doNotCallRequested: true, nextStep: '', summary: silenceWanted.summary };
  }
  return material.timeZone === undefined ? { ...draft, followUpAt: null } : draft;
}

const taskOf = ({ turns, callEndedAt, timeZone, customerHungUp }: SummaryMaterial) =>
  ({
    system: summaryPrompt.system,
    material: [
      dataBlock('call', { callEndedAt, timeZone, customerHungUp }),
      dataBlock('transcript', turns),
    ].join('\n'),
    tool: {
      name: 'record_summary',
      description: 'Hands in the report on one call.',
      schema: summaryDraftSchema,
    },
    maxTokens: 1500,
  }) satisfies ModelTask<unknown>;
