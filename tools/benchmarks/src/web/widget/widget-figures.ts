import { median, rounded } from '../../figures/median.ts';
import { grouped, table } from '../../figures/table.ts';

/** What was measured of the chat, as it came. Bytes are gzipped. */
export interface WidgetMeasurements {
  readonly loaderBytes: number;
  readonly firstAnswerBytes: number;
  readonly voiceBytes: number;
  readonly liveChatBytes: number;
  readonly firstAnswer: readonly number[];
  readonly longTasks: readonly number[];
}

/** The figures, as `--json` prints them. */
export interface WidgetFigures {
  /** What every page loads that shows the button. */
  readonly loaderBytes: number;
  /** All that is loaded until the bot's first answer is there, the loader among it. */
  readonly firstAnswerBytes: number;
  /** What speech and a chat with a person load beside, when they are used. */
  readonly voiceBytes: number;
  readonly liveChatBytes: number;
  /** From the opening of the chat until the bot's first answer, the chat not being loaded before. */
  readonly firstAnswerMs: number;
  /** Of that, in tasks longer than 50 ms. */
  readonly longTasksMs: number;
}

/** The reference widget's published files, and those of others that it loads; bytes are gzipped. */
export type PeerFigures =
  | {
      readonly version: string;
      readonly ownBytes: number;
      readonly firstAnswerBytes: number;
      /** For the browser to run them once, without anything being asked. */
      readonly evaluationMs: number;
    }
  | { readonly unavailable: string };

/** Bytes that must not be exceeded. */
export const budgets = { loaderBytes: 3 * 1024, firstAnswerBytes: 90 * 1024 } as const;

/** Medians of the rounds. */
export const widgetFigures = ({ firstAnswer, longTasks, ...bytes }: WidgetMeasurements): WidgetFigures => ({
  ...bytes,
  firstAnswerMs: rounded(median(firstAnswer), 0),
  longTasksMs: rounded(median(longTasks), 0),
});

/** Each budget that is not kept, in words. */
export const overBudgetOf = (figures: WidgetFigures): readonly string[] =>
  (Object.keys(budgets) as (keyof typeof budgets)[]).flatMap((name) =>
    figures[name] > budgets[name]
      ? [`widget.${name}: ${grouped(figures[name])}, the budget is ${grouped(budgets[name])}`]
      : [],
  );

export function widgetTable(figures: WidgetFigures, peer: PeerFigures): string {
  const of = (name: 'firstAnswerBytes' | 'evaluationMs'): string =>
    'unavailable' in peer ? '' : grouped(peer[name]);
  const title = 'unavailable' in peer ? 'aws-lex-web-ui (not fetched)' : `aws-lex-web-ui ${peer.version}`;
  return table(
    ['chat', '', 'budget', title],
    [
      ['loader, bytes', grouped(figures.loaderBytes), `≤ ${grouped(budgets.loaderBytes)}`, ''],
      [
        'until the first answer, bytes',
        grouped(figures.firstAnswerBytes),
        `≤ ${grouped(budgets.firstAnswerBytes)}`,
        of('firstAnswerBytes'),
      ],
      ['speech, bytes', grouped(figures.voiceBytes), '', ''],
      ['a chat with a person, bytes', grouped(figures.liveChatBytes), '', ''],
      ['first answer, ms', grouped(figures.firstAnswerMs), '', ''],
      ['in long tasks; its scripts alone, ms', grouped(figures.longTasksMs), '', of('evaluationMs')],
    ],
  );
}
