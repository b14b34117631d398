import type { Interpreted } from './interpret.ts';
import { newIntent } from './new-intent.ts';
import type { Interpretation } from './session.ts';
import type { TurnContext } from './turn-context.ts';

const scored = (confidence: number) => ({ score: Math.round(confidence * 100) / 100 });

/** The intents that a turn may mean, the chosen one first and the fallback, which has no confidence, last. */
export function interpretationsOf(
  { locale }: TurnContext,
  { intent, confidence, others }: Interpreted,
): readonly Interpretation[] {
  const { fallback } = locale;
  const chosen: Interpretation = {
    intent,
    interpretationSource: 'Lex',
    ...(intent.name === fallback.name ? {} : { nluConfidence: scored(confidence) }),
  };
  const likely = others.slice(0, 3).map((other): Interpretation => ({
    intent: newIntent(other.intent, other.slots),
    nluConfidence: scored(other.confidence),
    interpretationSource: 'Lex',
  }));
  const last: readonly Interpretation[] =
    intent.name === fallback.name ? [] : [{ intent: newIntent(fallback), interpretationSource: 'Lex' }];
  return [chosen, ...likely, ...last];
}
