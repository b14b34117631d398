/** What was meant, and what was understood. */
export interface Heard {
  readonly meant: string;
  readonly understood: string;
}

const share = (heard: readonly Heard[]): number =>
  heard.filter(({ meant, understood }) => meant === understood).length / heard.length;

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** The shares of utterances that were understood as they were meant, 0 to 1: of all, and of each intent. */
export function intentAccuracy(heard: readonly Heard[]): {
  readonly intentAccuracy: number;
  readonly byIntent: Readonly<Record<string, number>>;
} {
  const intents = [...new Set(heard.map(({ meant }) => meant))];
  return {
    intentAccuracy: rounded(share(heard)),
    byIntent: Object.fromEntries(
      intents.map((intent) => [intent, rounded(share(heard.filter(({ meant }) => meant === intent)))]),
    ),
  };
}
