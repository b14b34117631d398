import type { BotDefinition, IntentNameOf } from '../bot/index.ts';
import type { CodeHookEventOf } from './code-hook-event.ts';
import type { CodeHookResponse } from './code-hook-response.ts';
import type { IntentOf } from './intent.ts';

/** How each intent of a bot is answered; the intent is given with its own slots. */
export type IntentAnswers<Bot extends BotDefinition> = {
  readonly [Name in IntentNameOf<Bot>]: (
    intent: IntentOf<Bot, Name>,
    event: CodeHookEventOf<Bot>,
  ) => CodeHookResponse | Promise<CodeHookResponse>;
};

/**
 * A code hook from one answer for each intent. An intent that has none does not compile.
 *
 * @example
 * const answer = answerByIntent<typeof salesBot>({ ProductInfo: (intent) => …, Pricing: …, … });
 */
export function answerByIntent<Bot extends BotDefinition>(answers: IntentAnswers<Bot>) {
  return async (event: CodeHookEventOf<Bot>): Promise<CodeHookResponse> => {
    const { intent } = event.sessionState;
    // The event's schema has told the intent by its name; that both records share it is beyond TypeScript.
    const answer = answers[intent.name as IntentNameOf<Bot>];
    return answer(intent, event);
  };
}
