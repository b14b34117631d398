import { overBudgetOf, widgetFigures, widgetTable } from './widget-figures.ts';

const measured = {
  loaderBytes: 3000,
  firstAnswerBytes: 45_000,
  voiceBytes: 2000,
  liveChatBytes: 77_000,
  firstAnswer: [200, 900, 210.4],
  longTasks: [0, 60, 0],
};
const figures = widgetFigures(measured);

describe('the figures of the chat', () => {
  it('are medians', () => {
    expect(figures).toEqual({
      loaderBytes: 3000,
      firstAnswerBytes: 45_000,
      voiceBytes: 2000,
      liveChatBytes: 77_000,
      firstAnswerMs: 210,
      longTasksMs: 0,
    });
  });

  it('are held to their budgets', () => {
    expect(overBudgetOf(figures)).toEqual([]);
    expect(overBudgetOf({ ...figures, loaderBytes: 3073, firstAnswerBytes: 92_161 })).toEqual([
      expect.stringContaining('widget.loaderBytes: '),
      expect.stringContaining('widget.firstAnswerBytes: '),
    ]);
  });

  it('are shown beside those of the reference widget, when it was fetched', () => {
    const peer = { version: '0.13.2', ownBytes: 70_000, firstAnswerBytes: 600_000, evaluationMs: 300 };
    expect(widgetTable(figures, peer)).toContain('aws-lex-web-ui 0.13.2');
    expect(widgetTable(figures, { unavailable: 'no network' })).toContain('aws-lex-web-ui (not fetched)');
  });
});
