/** A policy document that cannot be evaluated as AWS would; the message names the policy, the element and what is allowed. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
}
