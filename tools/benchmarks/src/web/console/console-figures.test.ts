import { consoleFigures, consoleTable } from './console-figures.ts';

const figures = consoleFigures({
  firstLoadBytes: 350_000,
  ready: [300, 900, 310],
  bareReady: [250, 260, 240],
  offerToPanel: [12.34, 15, 11],
  heapBytes: 30_000_000,
});

describe('the figures of the console', () => {
  it('are medians', () => {
    expect(figures).toEqual({
      firstLoadBytes: 350_000,
      readyMs: 310,
      bareReadyMs: 250,
      offerToPanelMs: 12.3,
      heapBytesAfter200Contacts: 30_000_000,
    });
  });

  it('are shown beside their aims', () => {
    expect(consoleTable(figures)).toMatch(/times the bare page\s+1\.24\s+≤ 1\.3/);
  });
});
