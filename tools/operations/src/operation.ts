import type { Environment, Stage, StageConfiguration } from '@atlas-engine/resource-names';

/** What an operation needs of the place where it runs. */
export interface Surroundings {
  /** Root of the workspace. */
  readonly workspace: string;
  readonly environment: Environment;
  /** Writes to standard output: the result. */
  readonly out: (text: string) => void;
  /** Writes to standard error: how it goes. */
  readonly note: (text: string) => void;
  /** Asks the person at the terminal; nothing when there is none. */
  readonly ask: (question: string) => Promise<string | undefined>;
}

/** The values of an operation's options, by their names without dashes in front. */
export type Values = Readonly<Record<string, string | boolean | undefined>>;

export interface OperationOption {
  /** As commander takes them: `--leads-per-month <N>`. */
  readonly flags: string;
  readonly about: string;
}

/** What an operation works on. */
export interface Job {
  readonly stage: Stage;
  readonly configuration: StageConfiguration;
  /** Print one JSON object and nothing else. */
  readonly json: boolean;
  readonly values: Values;
}

/** 0: done, all well; 1: something is wrong. */
export type Status = 0 | 1;

/** A command of `node tools/operations/src/main.ts`, each a script of the root's `package.json`. */
export interface Operation {
  readonly name: string;
  readonly about: string;
  readonly options: readonly OperationOption[];
  /** Whether it works without `ATLAS_ACCOUNT`, as it calls no service. */
  readonly offline?: true;
  /** @throws UsageError when a value is wrong */
  run(job: Job, surroundings: Surroundings): Promise<Status>;
}
