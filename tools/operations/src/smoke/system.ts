/** What an alias points at. */
export interface AliasState {
  readonly version: string;
  /** Versions that get a share of the traffic while one replaces the other. */
  readonly shifting: readonly string[];
}

/** How an invocation ended. */
export interface Invocation {
  readonly requestId: string;
  /** What the function answered, from JSON. */
  readonly answer: unknown;
  /** The function's own failure, as Lambda tells it. */
  readonly failure?: string;
}

/** How far an execution is. */
export interface Execution {
  readonly status: string;
  readonly error?: string;
}

/** What the smoke test does with a stage. */
export interface System {
  /** Undefined when there is no such table. */
  tableStatus(name: string): Promise<string | undefined>;
  /** Reads an item by its key, which need not be there. */
  readItem(table: string, key: Readonly<Record<string, string>>): Promise<void>;
  /** Undefined when function or alias is missing. */
  alias(functionName: string, alias: string): Promise<AliasState | undefined>;
  invoke(functionArn: string, event: unknown): Promise<Invocation>;
  /** Whether a line with all of the texts is in the log group. */
  hasLogLine(logGroup: string, texts: readonly string[]): Promise<boolean>;
  /** Starts an execution and gives its ARN. */
  start(stateMachineArn: string, name: string, input: unknown): Promise<string>;
  execution(arn: string): Promise<Execution>;
}
