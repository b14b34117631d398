/** One line of a log. */
export interface LogEvent {
  readonly group: string;
  readonly stream: string;
  /** When it happened, epoch milliseconds. */
  readonly at: number;
  readonly message: string;
  /** Digits; in the order in which the lines came. */
  readonly id: string;
  /** When it came, epoch milliseconds; `at` when absent. */
  readonly ingestedAt?: number;
}

/** A group of streams. */
export interface LogGroup {
  readonly name: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** For ever when absent. */
  readonly retentionDays?: number | undefined;
}

/** Lines of one source. */
export interface LogStream {
  readonly group: string;
  readonly name: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}
