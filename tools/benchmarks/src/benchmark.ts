/** What benchmarks need of the place where they run. */
export interface Surroundings {
  /** Root of the workspace. */
  readonly workspace: string;
  /** Says how it goes, apart from the figures. */
  readonly note: (text: string) => void;
  /** Set when the user wants to stop; what was begun is cleaned up. */
  readonly signal: AbortSignal;
}

/** What a benchmark found. */
export interface Findings {
  /** The figures, as `--json` prints them. */
  readonly figures: object;
  readonly table: string;
  /** Budgets that were not kept; any makes the exit status 1. */
  readonly overBudget: readonly string[];
}

/** A benchmark of `npm run bench -- <name>`. */
export interface Benchmark {
  readonly name: string;
  readonly about: string;
  readonly options: readonly BenchmarkOption[];
  /**
   * @param values one for each option, by its name
   * @throws UsageError when a value is wrong, BenchmarkError when there are no figures
   */
  run(values: Values, surroundings: Surroundings): Promise<Findings>;
}

/** An option `--name <value>` of a benchmark. */
export interface BenchmarkOption {
  readonly name: string;
  readonly value: string;
  readonly about: string;
  readonly fallback: string;
}

export type Values = Readonly<Record<string, string>>;

/** What should have been measured did not work. */
export class BenchmarkError extends Error {
  override readonly name = 'BenchmarkError';
}
