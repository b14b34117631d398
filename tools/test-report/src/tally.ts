/** Something that went wrong, as it is shown. */
export interface Failure {
  /** The task, e.g. `domain:test`. */
  readonly where: string;
  /** One line: the test's full title, or what is wrong with the task. */
  readonly what: string;
  /** The end of the output, or the test's own message. */
  readonly detail: string;
}

/** How many cases passed and failed; every failed case has a failure that says why. */
export interface Tally {
  readonly passed: number;
  readonly skipped: number;
  readonly failures: readonly Failure[];
}

export const nothing: Tally = { passed: 0, skipped: 0, failures: [] };

export const passed: Tally = { passed: 1, skipped: 0, failures: [] };

/** One failed case. */
export const failed = (where: string, what: string, detail = ''): Tally => ({
  passed: 0,
  skipped: 0,
  failures: [{ where, what, detail }],
});

/** The sum of tallies. */
export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, tally) => total + tally.passed, 0),
  skipped: tallies.reduce((total, tally) => total + tally.skipped, 0),
  failures: tallies.flatMap(({ failures }) => failures),
});
