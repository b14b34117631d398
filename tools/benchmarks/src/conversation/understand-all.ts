import { toCloudFormationBot } from '@atlas-engine/lex-contracts';
import { createLex, type InvokeFunction } from '@atlas-engine/lex-double';
import { createManualClock, createMemoryStore } from '@atlas-engine/simulation';
import type { HeldUtterance, SpokenBot } from './held-utterances.ts';
import type { Heard } from './intent-accuracy.ts';

const place = { region: 'us-east-1', accountId: '000000000000' } as const;
const lambdaArn = `arn:aws:lambda:${place.region}:${place.accountId}:function:Hook`;

/** A code hook that leaves every step to Lex, so that only the bot is measured. */
const delegating: InvokeFunction = (_arn, event) => {
  const { sessionState } = event as { sessionState: { intent: object } };
  return Promise.resolve({
    payload: {
      sessionState: {
        dialogAction: { type: 'Delegate' },
        intent: sessionState.intent,
        sessionAttributes: {},
      },
    },
  });
};

function startBot({ name, bot, localeId }: SpokenBot) {
  const names = { name, roleArn: `arn:aws:iam::${place.accountId}:role/Bot` };
  const lex = createLex({
    ...place,
    clock: createManualClock(Date.parse('2026-11-23T15:00:00Z')),
    store: createMemoryStore(),
    invokeFunction: delegating,
  });
  const id = 'BENCHMARK1';
  lex.addBot({ ...toCloudFormationBot(bot, names), id });
  const locales = { [localeId]: { enabled: true, lambdaArn } };
  lex.addAlias({ botId: id, aliasId: 'BENCHALIAS', aliasName: 'live', locales });
  const path = { botId: id, botAliasId: 'BENCHALIAS', localeId };
  return { lex, path };
}

/** Says each utterance to a bot in a conversation of its own; what it was understood for, and the turns in a second. */
export async function understandAll(
  spoken: SpokenBot,
  held: readonly HeldUtterance[],
): Promise<{ readonly heard: readonly Heard[]; readonly turnsPerSecond: number }> {
  const { lex, path } = startBot(spoken);
  const heard: Heard[] = [];
  const startedAt = performance.now();
  for (const [index, { intent, text }] of held.entries()) {
    const key = { ...path, sessionId: `held-${String(index)}` };
    const { sessionState } = await lex.hear({ key, text, inputMode: 'Speech' });
    heard.push({ meant: intent, understood: sessionState.intent?.name ?? '' });
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return { heard, turnsPerSecond: Math.round(held.length / seconds) };
}
