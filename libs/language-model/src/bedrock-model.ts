import {
  ConverseCommand,
  type BedrockRuntimeClient,
  type ContentBlock,
  type ConverseCommandInput,
  type ConverseCommandOutput,
  type Message,
} from '@aws-sdk/client-bedrock-runtime';
import * as z from 'zod';
import type { LanguageModel, ModelAnswer, ModelFailure, ModelTask } from './language-model.ts';
import { failureOf, gaveNoAnswer, refusalOf } from './model-failure.ts';

export interface BedrockModelOptions {
  readonly client: Pick<BedrockRuntimeClient, 'send'>;
  readonly modelId: string;
  /** Time for one task with all its repairs, in milliseconds; 20,000 by default. */
  readonly budgetMs?: number;
  /** How often an answer that does not fit the schema is sent back; 2 by default. */
  readonly maxRepairs?: number;
}

/**
 * Bedrock Converse with one tool that the model must call. An answer that does not fit the schema goes back to the
 * model with what is wrong, at most `maxRepairs` times; the schema's word is final.
 */
export function bedrockModel({
  client,
  modelId,
  budgetMs = 20_000,
  maxRepairs = 2,
}: BedrockModelOptions): LanguageModel {
  return {
    async answer<T>(task: ModelTask<T>): Promise<ModelAnswer<T>> {
      const abortSignal = AbortSignal.timeout(budgetMs);
      const messages: Message[] = [{ role: 'user', content: [{ text: task.material }] }];
      for (let repairs = 0; ; repairs += 1) {
        const turn = await converse(client, inputOf({ modelId, task, messages }), abortSignal);
        if ('failure' in turn) return { ok: false, failure: turn.failure, repairs };
        const parsed = task.tool.schema.safeParse(turn.use?.input);
        if (parsed.success) return { ok: true, value: parsed.data, modelId, repairs };
        if (repairs >= maxRepairs) return { ok: false, failure: 'INVALID_OUTPUT', repairs };
        messages.push(turn.message, correction(turn.use?.toolUseId, parsed.error));
      }
    },
  };
}

interface Turn {
  readonly message: Message;
  readonly use: { readonly toolUseId: string | undefined; readonly input: unknown } | undefined;
}

async function converse(
  client: BedrockModelOptions['client'],
  input: ConverseCommandInput,
  abortSignal: AbortSignal,
): Promise<Turn | { readonly failure: ModelFailure }> {
  try {
    const { output, stopReason } = await sending(client, input, abortSignal);
    const failure = refusalOf(stopReason);
    if (failure !== undefined) return { failure };
    const message = output?.message ?? { role: 'assistant', content: [] };
    return { message: answerable(message), use: toolUseIn(message.content ?? []) };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

/** How often a question is put whose answer breaks off on the way. */
const sendings = 3;

/**
 * The SDK repeats what Bedrock answered with an error, but not every HTTP/2 stream that ends without an answer; asking
 * a model twice does no harm.
 */
async function sending(
  client: BedrockModelOptions['client'],
  input: ConverseCommandInput,
  abortSignal: AbortSignal,
): Promise<ConverseCommandOutput> {
  for (let count = 1; ; count += 1) {
    try {
      return await client.send(new ConverseCommand(input), { abortSignal });
    } catch (error) {
      if (count >= sendings || abortSignal.aborted || !gaveNoAnswer(error)) throw error;
    }
  }
}

/** Bedrock refuses an empty assistant message in a conversation. */
const answerable = (message: Message): Message =>
  (message.content ?? []).length > 0 ? message : { role: 'assistant', content: [{ text: '(no answer)' }] };

function toolUseIn(content: readonly ContentBlock[]): Turn['use'] {
  const use = content.find((block) => block.toolUse !== undefined)?.toolUse;
  return use === undefined ? undefined : { toolUseId: use.toolUseId, input: use.input };
}

function inputOf<T>(call: {
  modelId: string;
  task: ModelTask<T>;
  messages: Message[];
}): ConverseCommandInput {
  const { system, tool, maxTokens } = call.task;
  const json = z.toJSONSchema(tool.schema, { io: 'input', unrepresentable: 'any' });
  return {
    modelId: call.modelId,
    system: [{ text: system }],
    messages: [...call.messages],
    inferenceConfig: { maxTokens, temperature: 0.2 },
    toolConfig: {
      tools: [
        {
          toolSpec: { name: tool.name, description: tool.description, inputSchema: { json: json as never } },
        },
      ],
      toolChoice: { tool: { name: tool.name } },
    },
  };
}

/** What is wrong, by path; the value itself is not repeated. */
function correction(toolUseId: string | undefined, error: z.ZodError): Message {
  const text = `The input does not fit the schema. Call the tool again with these corrected:\n${z.prettifyError(error)}`;
  if (toolUseId === undefined)
    return { role: 'user', content: [{ text: 'Answer only by calling the tool.' }] };
  return { role: 'user', content: [{ toolResult: { toolUseId, status: 'error', content: [{ text }] } }] };
}
