/** What a failure means to an operator, by the names of AWS's errors and of Node's. */
const remedies: readonly (readonly [names: readonly string[], remedy: string])[] = [
  [
    [
      ...['CredentialsProviderError', 'TokenProviderError', 'ExpiredToken', 'ExpiredTokenException'],
      ...['UnrecognizedClientException', 'InvalidClientTokenId', 'InvalidSignatureException'],
      'SignatureDoesNotMatch',
    ],
    'sign in to the AWS account, e.g. `aws sso login`, and set AWS_PROFILE',
  ],
  [
    ['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation'],
    'use a role that may read what is checked, or ask for the permission that the message names',
  ],
  [['ThrottlingException', 'TooManyRequestsException', 'Throttling'], 'wait a minute and try again'],
  [
    ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE', 'TimeoutError'],
    'is the service reachable? For the local stage: `npm start` in another terminal, or ATLAS_LOCAL_URL when it listens elsewhere',
  ],
];

/** Says what failed, and what to do. Never throws. */
export function explain(error: unknown): { readonly message: string; readonly remedy: string } {
  const causes = causesOf(error);
  for (const [names, remedy] of remedies) {
    const cause = causes.find((each) => names.some((name) => each.name === name || codeOf(each) === name));
    if (cause !== undefined) return { message: messageOf(cause), remedy };
  }
  return { message: causes.map(messageOf)[0] ?? String(error), remedy: 'see the message' };
}

/** Whether a failure, or what caused it, has one of the names. */
export const isNamed = (error: unknown, ...names: readonly string[]): boolean =>
  causesOf(error).some((cause) => names.includes(cause.name));

const codeOf = (error: Error): unknown => ('code' in error ? error.code : undefined);

const messageOf = (error: Error): string => {
  const code = codeOf(error);
  const label = error.name === 'Error' && typeof code === 'string' ? code : error.name;
  return error.message === '' ? label : `${label}: ${error.message}`;
};

/** An error and what caused it, outermost first. */
function causesOf(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return [];
  const inner: readonly unknown[] = error instanceof AggregateError ? error.errors : [error.cause];
  return [error, ...inner.flatMap(causesOf)];
}
