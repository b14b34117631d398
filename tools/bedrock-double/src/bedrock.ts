import { AwsError, restJsonService, type RestCall, type ServiceDouble } from '@atlas-engine/aws-wire';
import { noFaults, type FaultPlan } from '@atlas-engine/simulation';
import * as z from 'zod';
import { controlPlaneRoutes } from './control-plane.ts';
import { converseInputSchema, type ConverseInput } from './converse-input.ts';
import { materialIn } from './material.ts';
import { recordSummary } from './record-summary.ts';
import { writeScenario } from './write-scenario.ts';

export interface BedrockOptions {
  /** A planned fault of the operation `Answer` makes the model answer beside the schema. */
  readonly faults?: FaultPlan;
  /** Model ids and inference profiles that the account may use; every one when absent. */
  readonly models?: readonly string[];
}

export interface Bedrock {
  readonly service: ServiceDouble;
}

/** A tool that the rules can answer for: material in, tool input out. */
export type Answerer = (material: ReadonlyMap<string, unknown>) => unknown;

const answerers: Readonly<Record<string, Answerer>> = {
  write_scenario: writeScenario,
  record_summary: recordSummary,
};

/**
 * Bedrock's Converse without a model: rules answer the tools that Atlas asks for, from the material in the messages.
 * A tool that no rule knows is refused by name. Beside it what Bedrock tells of models and inference profiles.
 */
export function createBedrock(options: BedrockOptions = {}): Bedrock {
  const converse = ({ params, input }: RestCall) => {
    const modelId = params['modelId'] ?? '';
    if (options.models !== undefined && !options.models.includes(modelId)) {
      throw new AwsError('AccessDeniedException', `No access to the model ${modelId}`, { status: 403 });
    }
    return answer(parse(input), options.faults ?? noFaults);
  };
  const service = restJsonService({
    service: 'bedrock',
    routes: [
      { method: 'POST', path: '/model/{modelId}/converse', operation: 'Converse', handle: converse },
      ...controlPlaneRoutes(options.models),
    ],
  });
  return { service };
}

const invalid = (message: string) => new AwsError('ValidationException', message);

function parse(input: unknown): ConverseInput {
  const parsed = converseInputSchema.safeParse(input);
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error));
  const roles = parsed.data.messages.map((message) => message.role);
  if (roles[0] !== 'user') throw invalid('A conversation must start with a user message.');
  if (roles.some((role, index) => role === roles[index - 1])) {
    throw invalid('Roles must alternate between "user" and "assistant".');
  }
  return parsed.data;
}

function answer(input: ConverseInput, faults: FaultPlan) {
  const name = toolOf(input);
  const answerer = answerers[name];
  if (answerer === undefined) throw invalid(`The local double has no rule for the tool "${name}".`);
  const texts = input.messages.flatMap((message) => message.content.map((block) => block.text ?? ''));
  const fault = faults.call({ service: 'bedrock', operation: 'Answer', key: texts.join('\n') });
  const answered = fault.kind === 'none' ? answerer(materialIn(texts.join('\n'))) : { beside: 'the schema' };
  const outputTokens = Math.ceil(JSON.stringify(answered).length / 4);
  const inputTokens = Math.ceil(texts.join('').length / 4);
  return {
    output: {
      message: {
        role: 'assistant',
        content: [{ toolUse: { toolUseId: `tooluse_${input.messages.length}`, name, input: answered } }],
      },
    },
    stopReason: 'tool_use',
    usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
    metrics: { latencyMs: 5 },
  };
}

function toolOf({ toolConfig }: ConverseInput): string {
  if (toolConfig === undefined) {
    throw invalid('The local double answers only through a tool: toolConfig is missing.');
  }
  const offered = toolConfig.tools.map((tool) => tool.toolSpec.name);
  const chosen = toolConfig.toolChoice?.tool?.name ?? offered[0] ?? '';
  if (!offered.includes(chosen)) throw invalid(`toolChoice names "${chosen}", which is not among the tools.`);
  return chosen;
}
