import type { AccessRequest, Decision, PolicySide } from './evaluate.ts';
import { principalName } from './policy/principal.ts';

const policyWords: Readonly<Record<PolicySide, string>> = {
  identity: 'identity-based policy',
  resource: 'resource-based policy',
  boundary: 'permissions boundary',
};

const article = (words: string): string => (words.startsWith('i') ? 'an' : 'a');

/** What AWS tells a caller that is denied. Source: IAM user guide, "Troubleshoot access denied error messages". */
export const denialMessage = (
  { principal, action, resource }: Pick<AccessRequest, 'principal' | 'action' | 'resource'>,
  { decision, deniedBy = 'identity' }: Decision,
): string => {
  const words = policyWords[deniedBy];
  const reason =
    decision === 'explicit-deny'
      ? `with an explicit deny in ${article(words)} ${words}`
      : `because no ${words} allows the ${action} action`;
  return `User: ${principalName(principal)} is not authorized to perform: ${action} on resource: ${resource} ${reason}`;
};
