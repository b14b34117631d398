/** A deployment that must not begin, or failed; says what to do. */
export class DeployError extends Error {
  override readonly name = 'DeployError';
}
