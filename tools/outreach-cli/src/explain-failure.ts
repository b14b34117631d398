/** Failures whose message is all that the user needs, by name: packages may be loaded twice. */
const explained: readonly string[] = [
  'UnusableFileError',
  'UsageError',
  'StageConfigurationError',
  'TemplateError',
  'ParameterMissingError',
  'StateInUseError',
  'OptionError',
];

const credentialFailures: readonly string[] = [
  'CredentialsProviderError',
  'TokenProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'AccessDeniedException',
];
const notDeployed: readonly string[] = ['StateMachineDoesNotExist', 'ResourceNotFoundException'];
const unreachable: readonly string[] = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE'];

const again = 'What was started goes on: run the same command again to see it end.';

/** How a command that failed ends: what the user is told, and the exit status. */
export function explainFailure(
  error: unknown,
  stage: string,
): { readonly text: string; readonly status: 1 | 2 } {
  const status = hasName(error, ['UnusableFileError', 'UsageError']) ? 2 : 1;
  return { text: textOf(error, stage), status };
}

function textOf(error: unknown, stage: string): string {
  const causes = causesOf(error);
  const find = (names: readonly string[]) => causes.find((cause) => hasName(cause, names));
  const known = find(explained);
  if (known !== undefined) return known.message;
  const refused = find(credentialFailures);
  if (refused !== undefined) {
    return `No access to stage ${stage} (${refused.name}): sign in to its AWS account, e.g. with AWS_PROFILE, and try again.`;
  }
  const missing = find(notDeployed);
  if (missing !== undefined) {
    return `Stage ${stage} is not deployed in this account and region (${missing.name}): see ATLAS_ACCOUNT and ATLAS_REGION.`;
  }
  const lost = causes.find((cause) => 'code' in cause && unreachable.includes(String(cause.code)));
  if (lost !== undefined || find(['CloudUnreachableError']) !== undefined) {
    return `Stage ${stage} does not answer. ${again}`;
  }
  return String(causes[0]?.stack ?? error);
}

const hasName = (error: unknown, names: readonly string[]): boolean =>
  error instanceof Error && names.includes(error.name);

/** An error and what caused it, outermost first. */
function causesOf(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return [];
  const inner = error instanceof AggregateError ? error.errors : [error.cause];
  return [error, ...inner.flatMap(causesOf)];
}
