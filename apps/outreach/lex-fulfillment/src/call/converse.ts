import type { Scenario } from '@atlas-engine/domain';
import type { Texts } from '../texts/texts-of.ts';
import type { CallProgress } from './call-session.ts';
import { wishIn, type Wish } from './remark.ts';

/** What the bot says next in a call, and whether it has said all. */
export interface Reply {
  readonly say: string;
  readonly over: boolean;
  readonly progress: CallProgress;
}

/** The next talking point with the next question; the flow has asked the first question itself. */
function nextPart({ talkingPoints, qualifyingQuestions }: Scenario, part: number): string | undefined {
  const question = qualifyingQuestions[part + 1];
  if (question === undefined) return undefined;
  const point = talkingPoints[part];
  return point === undefined ? question : `${point} ${question}`;
}

const ending = (say: string, progress: CallProgress): Reply => ({ say, over: true, progress });

type Answers = {
  readonly [W in Wish]: (context: { scenario: Scenario; progress: CallProgress; texts: Texts }) => Reply;
};

const answers: Answers = {
  STOP_CALLING: ({ texts, progress }) => ending(texts.call.understood, progress),
  WRONG_NUMBER: ({ texts, progress }) => ending(texts.call.wrongNumber, progress),
  ANOTHER_TIME: ({ texts, progress }) => ending(texts.call.anotherTime, progress),
  NOT_INTERESTED({ scenario, progress, texts }) {
    const declined = { ...progress, declined: progress.declined + 1 };
    const objection = scenario.objectionHandling[0]?.answer;
    // Asked once more, and no oftener: a second no is a no.
    if (progress.declined > 0 || objection === undefined) return ending(texts.call.understood, declined);
    return { say: objection, over: false, progress: declined };
  },
};

/** What to say to a customer who has said something in a call of ours. */
export function replyTo(
  said: string,
  context: { readonly scenario: Scenario; readonly progress: CallProgress; readonly texts: Texts },
): Reply {
  const wish = wishIn(said);
  if (wish !== undefined) return answers[wish](context);
  const { scenario, progress, texts } = context;
  const part = nextPart(scenario, progress.parts);
  const after = { ...progress, parts: progress.parts + 1 };
  return part === undefined ? ending(texts.call.thanks, after) : { say: part, over: false, progress: after };
}
