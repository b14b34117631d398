import type { Turn } from '@atlas-engine/domain';

/** An answer that the customer has given to a question of the scenario. */
export interface KnownAnswer {
  readonly text: string;
  readonly sequence: number;
}

/** The conversation of one call of the request. */
export interface HeldConversation {
  readonly sequence: number;
  readonly turns: readonly Turn[];
}

/** Of a question's words so many must have been said; speech recognition mishears some. */
const leastShare = 0.8;
const longestAnswer = 300;

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];

function asks(turn: Turn, question: readonly string[]): boolean {
  if (turn.speaker === 'CUSTOMER' || question.length === 0) return false;
  const said = new Set(wordsOf(turn.text));
  return question.filter((word) => said.has(word)).length / question.length >= leastShare;
}

function answerIn(turns: readonly Turn[], question: readonly string[]): string | undefined {
  const asked = turns.findIndex((turn) => asks(turn, question));
  const next = asked === -1 ? undefined : turns[asked + 1];
  return next?.speaker === 'CUSTOMER' ? next.text.slice(0, longestAnswer) : undefined;
}

/** What the customer said to a question, in the latest conversation in which it was asked and answered. */
export function knownAnswer(
  question: string,
  conversations: readonly HeldConversation[],
): KnownAnswer | undefined {
  const words = wordsOf(question);
  for (const { sequence, turns } of conversations.toSorted((a, b) => b.sequence - a.sequence)) {
    const text = answerIn(turns, words);
    if (text !== undefined) return { text, sequence };
  }
  return undefined;
}
