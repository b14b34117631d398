/** One wrong value of a stage's configuration. */
export interface ConfigurationProblem {
  /** Dotted path of the value, or the environment variable's name. */
  readonly key: string;
  readonly value: unknown;
  readonly allowed: string;
}

const describe = ({ key, value, allowed }: ConfigurationProblem): string =>
  `${key}: ${value === undefined ? 'no value' : JSON.stringify(value)} is not allowed; allowed: ${allowed}`;

/**
 * A stage cannot be configured as asked. The message has one line per problem: key, value, what is allowed.
 *
 * It has the shape of an `AtlasError` without being one: names must not depend on the business's rules.
 */
export class StageConfigurationError extends Error {
  override readonly name = 'StageConfigurationError';
  readonly code = 'STAGE_CONFIGURATION';
  readonly retryable = false;
  readonly details: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly problems: readonly ConfigurationProblem[];

  constructor(problems: readonly ConfigurationProblem[]) {
    super(problems.map(describe).join('\n'));
    this.problems = problems;
    this.details = { keys: problems.map(({ key }) => key).join(', ') };
  }
}
