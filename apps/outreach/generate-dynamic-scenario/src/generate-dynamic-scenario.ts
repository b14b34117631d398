import {
  scenarioDraftSchema,
  scenarioLimits,
  type GenerateScenarioOutput,
  type LeadId,
  type OutreachRequest,
  type Scenario,
  type ScenarioDraft,
} from '@atlas-engine/domain';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import { dataBlock, type LanguageModel, type ModelAnswer } from '@atlas-engine/language-model';
import { isFitToSpeak, textsOf } from './fit-to-speak.ts';
import { scenarioPrompt } from './prompts/scenario-v1.ts';
import { templateScenario } from './template-scenario.ts';

export interface GenerateScenarioPorts {
  readonly store: Pick<InteractionStore, 'getScenario' | 'saveScenario'>;
  readonly model: LanguageModel;
  /** Told of each scenario that the model did not write. */
  readonly onFallback?: (reason: NonNullable<Scenario['fallbackReason']>) => void;
}

/** The workflow must go on whatever the model does: a template takes the place of what it cannot give. */
export function createGenerateDynamicScenario({ store, model, onFallback }: GenerateScenarioPorts) {
  return async (input: {
    readonly request: OutreachRequest;
    readonly leadId: LeadId;
  }): Promise<GenerateScenarioOutput> => {
    const { request } = input;
    const known = await store.getScenario(request.requestId);
    if (known !== undefined) return outputOf(known);
    const answer = await model.answer({
      system: scenarioPrompt.system,
      material: materialOf(request),
      tool: {
        name: 'write_scenario',
        description: 'Hands in the scenario for one outbound call.',
        schema: writtenScenarioSchema,
      },
      maxTokens: 2000,
    });
    const scenario = scenarioOf(request, answer);
    if (scenario.fallbackReason !== undefined) onFallback?.(scenario.fallbackReason);
    return outputOf(await store.saveScenario(request.requestId, scenario));
  };
}

/** What the model may know. The phone number and the e-mail address are not among it. */
const materialOf = ({ lead, interest, notes, campaign }: OutreachRequest): string =>
  dataBlock('lead', {
    firstName: lead.firstName,
    lastName: lead.lastName,
    company: lead.company,
    interest,
    notes,
    campaign,
    locale: lead.locale,
  });

const fitsAttributes = (draft: ScenarioDraft): boolean =>
  new TextEncoder().encode(JSON.stringify(draft)).length <= scenarioLimits.total;

/** What a model may hand in: a draft that fits a contact's attributes and may be spoken to anybody. */
const writtenScenarioSchema = scenarioDraftSchema
  .refine(fitsAttributes, `must be at most ${String(scenarioLimits.total)} bytes in all`)
  .refine(
    (draft) => textsOf(draft).every(isFitToSpeak),
    'must be without web and e-mail addresses, numbers of seven digits or more, and control characters',
  );

function scenarioOf(request: OutreachRequest, answer: ModelAnswer<ScenarioDraft>): Scenario {
  const origin = { locale: request.lead.locale, promptVersion: scenarioPrompt.version };
  return answer.ok
    ? { ...answer.value, ...origin, source: 'MODEL', modelId: answer.modelId }
    : { ...templateScenario(request), ...origin, source: 'TEMPLATE', fallbackReason: answer.failure };
}

const outputOf = ({ source, promptVersion, fallbackReason }: Scenario): GenerateScenarioOutput => ({
  source,
  promptVersion,
  ...(fallbackReason === undefined ? {} : { fallbackReason }),
});
