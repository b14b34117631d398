import type { Scenario } from '@atlas-engine/domain';
import type { Checklist, ChecklistItem } from '@atlas-engine/web-contracts';
import { knownAnswer, type HeldConversation } from './known-answers.ts';

const numbered =
  (id: string, kind: ChecklistItem['kind']) =>
  (text: string, index: number): ChecklistItem => ({ id: `${id}-${String(index + 1)}`, kind, text });

/** The scenario in the order in which it is said: greeting, talking points, questions, closing. */
export function checklistOf(scenario: Scenario, conversations: readonly HeldConversation[]): Checklist {
  const questions = scenario.qualifyingQuestions.map((text, index) => {
    const answer = knownAnswer(text, conversations);
    return { ...numbered('question', 'QUESTION')(text, index), ...(answer && { answer }) };
  });
  return {
    locale: scenario.locale,
    source: scenario.source,
    items: [
      { id: 'greeting', kind: 'GREETING', text: scenario.greeting },
      ...scenario.talkingPoints.map(numbered('talking-point', 'TALKING_POINT')),
      ...questions,
      { id: 'closing', kind: 'CLOSING', text: scenario.closing },
    ],
    objections: scenario.objectionHandling.map((pair, index) => ({
      id: `objection-${String(index + 1)}`,
      ...pair,
    })),
  };
}
