import type { Ask, FlowEvent } from '../ask.ts';
import type { LexResult } from '../run.ts';

/** What a bot may leave behind: a conversation for each intent and value. */
export type BotResults = (botAliasArn: string) => readonly LexResult[];

type AskOf<Kind extends Ask['kind']> = Extract<Ask, { readonly kind: Kind }>;
type Answers = {
  readonly [Kind in Ask['kind']]: (ask: AskOf<Kind>, results: BotResults) => readonly FlowEvent[];
};

/** Anybody may press any of these, and a number that can be called, or not. */
const entered = [...'0123456789*#'.matchAll(/./g)].map(([key]) => key).concat('12125550100', '12');

const done = (): readonly FlowEvent[] => [{ kind: 'done' }];

const answers: Answers = {
  play: done,
  task: done,
  callback: done,
  'play-on': ({ interruptAfter }) => (interruptAfter === undefined ? [] : [{ kind: 'interrupted' }]),
  digits: () => [...entered.map((digits) => ({ kind: 'digits', digits }) as const), { kind: 'no-input' }],
  bot: ({ botAliasArn }, results) => [
    ...results(botAliasArn).map((result) => ({ kind: 'bot', result }) as const),
    { kind: 'no-input' },
  ],
  function: () => [{ kind: 'result', payload: {} }],
  wait: ({ events }) => [{ kind: 'waited' }, ...events.map((event) => ({ kind: 'waited', event }) as const)],
  dial: () => [
    { kind: 'done' },
    { kind: 'failed', error: 'CallFailed' },
    { kind: 'failed', error: 'ConnectionTimeLimitExceeded' },
  ],
};

/** Everything that can come of a question, customers who say nothing and services that fail among it. */
export const possibleEvents = (ask: Ask, results: BotResults): readonly FlowEvent[] => [
  // The table has the answers of each kind of question; the compiler cannot see that the two kinds are the same.
  ...(answers[ask.kind] as (asked: Ask, of: BotResults) => readonly FlowEvent[])(ask, results),
  { kind: 'failed' },
];
