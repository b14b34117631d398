import type { Call, LookUps } from '../calls/call.ts';

const lookUps: LookUps = {
  secretArn: (id) =>
    id === 'crm' ? 'arn:aws:secretsmanager:us-east-1:000000000000:secret:crm-AbCdEf' : undefined,
  stateMachineOf: (token) =>
    token === 'token' ? 'arn:aws:states:us-east-1:000000000000:stateMachine:outreach' : undefined,
  objectExists: (_bucket, key) => key !== 'missing',
  profileRegions: (id) => (id.startsWith('us.') ? ['us-east-1', 'us-west-2'] : undefined),
};

/** A call of an operation; what its path, query or headers do not say is in its input. */
export const aCall = (
  operation: string,
  parts: Partial<Omit<Call, 'query'>> & { readonly query?: string } = {},
): Call => ({
  operation,
  path: '/',
  headers: {},
  body: Buffer.alloc(0),
  input: {},
  place: { partition: 'aws', region: 'us-east-1', accountId: '000000000000' },
  lookUps,
  ...parts,
  query: new URLSearchParams(parts.query),
});
