import type { AccessRequest } from '../evaluate.ts';
import { parsePolicy, type Policy, type PolicyKind } from '../policy/parse-policy.ts';
import type { Principal } from '../policy/principal.ts';

export const account = '000000000000';

export const aRole: Principal = {
  kind: 'role',
  roleArn: `arn:aws:iam::${account}:role/dialler`,
  sessionArn: `arn:aws:sts::${account}:assumed-role/dialler/one`,
};

export const queue = (name: string): string => `arn:aws:sqs:us-east-1:${account}:${name}`;

type Statement = Readonly<Record<string, unknown>>;

/** A policy of one or more statements that allow everything unless they say otherwise. */
export const aPolicy = (kind: PolicyKind, ...statements: readonly Statement[]): Policy => {
  const whole = statements.map((statement) => ({
    Effect: 'Allow',
    ...('NotAction' in statement ? {} : { Action: '*' }),
    ...(kind === 'trust' || 'NotResource' in statement ? {} : { Resource: '*' }),
    ...(kind === 'identity' ? {} : { Principal: '*' }),
    ...statement,
  }));
  return parsePolicy({ Version: '2012-10-17', Statement: whole }, { id: kind, kind });
};

/** A message to a queue by the role. */
export const aRequest = (changes: Partial<AccessRequest> = {}): AccessRequest => ({
  principal: aRole,
  action: 'sqs:SendMessage',
  resource: queue('dial'),
  context: {},
  ...changes,
});
