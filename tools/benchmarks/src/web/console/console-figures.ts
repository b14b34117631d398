import { median, rounded } from '../../figures/median.ts';
import { grouped, table } from '../../figures/table.ts';

/** What was measured of the agent console, as it came. Times in milliseconds. */
export interface ConsoleMeasurements {
  readonly firstLoadBytes: number;
  readonly ready: readonly number[];
  readonly bareReady: readonly number[];
  readonly offerToPanel: readonly number[];
  readonly heapBytes: number;
}

/** The figures, as `--json` prints them. */
export interface ConsoleFigures {
  /** Gzipped JavaScript that is there when the console is ready. */
  readonly firstLoadBytes: number;
  /** From the start of navigation until the agent sees their state. */
  readonly readyMs: number;
  /** The same of a page that embeds streams alone, until it knows the agent. */
  readonly bareReadyMs: number;
  /** From the message that offers a contact until its panel is painted. */
  readonly offerToPanelMs: number;
  readonly heapBytesAfter200Contacts: number;
}

/** The aims of the console: at most so many times the bare page, and so many milliseconds. */
export const aims = { timesBare: 1.3, offerToPanelMs: 50 } as const;

/** Medians of the rounds. */
export const consoleFigures = (measured: ConsoleMeasurements): ConsoleFigures => ({
  firstLoadBytes: measured.firstLoadBytes,
  readyMs: rounded(median(measured.ready), 0),
  bareReadyMs: rounded(median(measured.bareReady), 0),
  offerToPanelMs: rounded(median(measured.offerToPanel), 1),
  heapBytesAfter200Contacts: measured.heapBytes,
});

export function consoleTable(figures: ConsoleFigures): string {
  const { firstLoadBytes, readyMs, bareReadyMs, offerToPanelMs, heapBytesAfter200Contacts } = figures;
  return table(
    ['agent console', '', 'aim'],
    [
      ['JavaScript of the first load, bytes gzipped', grouped(firstLoadBytes), ''],
      ['ready, ms', grouped(readyMs), ''],
      ['a bare page with streams, ms', grouped(bareReadyMs), ''],
      ['times the bare page', String(rounded(readyMs / bareReadyMs, 2)), `≤ ${String(aims.timesBare)}`],
      ['offer to panel, ms', String(offerToPanelMs), `≤ ${String(aims.offerToPanelMs)}`],
      ['heap after 200 contacts, bytes', grouped(heapBytesAfter200Contacts), ''],
    ],
  );
}
