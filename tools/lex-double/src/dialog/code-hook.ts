import { AwsError } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { problemOf } from './check-hook-response.ts';
import { wireContexts } from './contexts.ts';
import { type HookResponse, hookResponseSchema } from './hook-response.ts';
import type { ActiveContext, DialogAction, WireIntent } from './session.ts';
import type { TurnContext } from './turn-context.ts';

/** What came of running a function. */
export type HookAnswer = { readonly payload: unknown } | { readonly error: unknown };

/** Runs a function and waits for its answer. */
export type InvokeFunction = (functionArn: string, event: unknown) => Promise<HookAnswer>;

export type InvocationSource = 'DialogCodeHook' | 'FulfillmentCodeHook';

/** What a hook is told beside what does not change in a turn. */
export interface HookQuestion {
  readonly source: InvocationSource;
  readonly intent: WireIntent;
  readonly sessionAttributes: Readonly<Record<string, string>>;
  readonly activeContexts: readonly ActiveContext[];
  /** What Lex does if the hook leaves it to it. */
  readonly proposed?: DialogAction | undefined;
  /** Which time the question is put; 0 is the first. */
  readonly attempt: number;
}

const dependencyFailed = (message: string): AwsError =>
  new AwsError('DependencyFailedException', message, { status: 424 });

/**
 * Asks the alias' function.
 *
 * @throws AwsError DependencyFailedException when there is none, it fails, or its answer is not one that Lex takes
 */
export const createCodeHook =
  (invokeFunction: InvokeFunction) =>
  async (context: TurnContext, question: HookQuestion): Promise<HookResponse> => {
    const functionArn = context.alias.locales[context.key.localeId]?.lambdaArn;
    if (functionArn === undefined)
      throw dependencyFailed(
        `The alias ${context.alias.aliasName} has no function for ${context.key.localeId}.`,
      );
    const answer = await invoke(() => invokeFunction(functionArn, hookEvent(context, question)));
    if ('error' in answer)
      throw dependencyFailed('Invalid Lambda Response: Received error response from Lambda.');
    return checked(answer.payload, context);
  };
export type CodeHook = ReturnType<typeof createCodeHook>;

async function invoke(call: () => Promise<HookAnswer>): Promise<HookAnswer> {
  try {
    return await call();
  } catch (error) {
    // A function that cannot be called (missing, throttled) is to Lex's caller the same as one that fails.
    return { error };
  }
}

function checked(payload: unknown, { locale }: TurnContext): HookResponse {
  const parsed = hookResponseSchema.safeParse(payload);
  const problem = parsed.success ? problemOf(parsed.data, locale) : z.prettifyError(parsed.error);
  if (!parsed.success || problem !== undefined)
    throw dependencyFailed(`Invalid Bot Response: the function's answer is malformed: ${problem ?? ''}`);
  return parsed.data;
}

const attemptName = (attempt: number): string => (attempt === 0 ? 'Initial' : `Retry${attempt}`);

function hookEvent(context: TurnContext, question: HookQuestion) {
  const { key, bot, alias, interpretations } = context;
  const { intent, sessionAttributes, activeContexts, proposed } = question;
  return {
    messageVersion: '1.0',
    invocationSource: question.source,
    inputMode: context.inputMode,
    responseContentType: 'text/plain; charset=utf-8',
    sessionId: key.sessionId,
    inputTranscript: context.text,
    bot: {
      id: bot.id,
      name: bot.name,
      aliasId: alias.aliasId,
      aliasName: alias.aliasName,
      localeId: key.localeId,
      version: alias.botVersion,
    },
    interpretations: interpretations.map(({ nluConfidence, ...interpretation }) => ({
      ...interpretation,
      ...(interpretation.intent.name === intent.name ? { intent } : {}),
      ...(nluConfidence === undefined ? {} : { nluConfidence: nluConfidence.score }),
    })),
    ...(proposed === undefined
      ? {}
      : {
          proposedNextState: {
            dialogAction: proposed,
            intent,
            prompt: { attempt: attemptName(question.attempt) },
          },
        }),
    requestAttributes: context.requestAttributes,
    sessionState: {
      activeContexts: wireContexts(activeContexts, context.circumstances.now),
      sessionAttributes,
      intent,
      originatingRequestId: context.requestId,
    },
    transcriptions: [
      {
        transcription: context.text,
        transcriptionConfidence: 1,
        resolvedContext: { intent: intent.name },
        resolvedSlots: intent.slots,
      },
    ],
  };
}
