import { createVerify } from 'node:crypto';
import * as z from 'zod';
import { TokenRefusal } from './connected-app.ts';

const headerSchema = z.object({ alg: z.literal('RS256') });
const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
});

/** Claims of a JWT bearer assertion whose signature has not been looked at. */
export interface Assertion {
  readonly claims: z.infer<typeof claimsSchema>;
  isSignedBy(publicKey: string): boolean;
}

/** Reads an assertion. @throws TokenRefusal invalid_grant when it is no RS256 JWT with the claims of the flow */
export function readAssertion(jwt: string): Assertion {
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  const claims = claimsSchema.safeParse(jsonOf(payload));
  if (!headerSchema.safeParse(jsonOf(header)).success || !claims.success) {
    throw new TokenRefusal('invalid_grant', 'invalid assertion');
  }
  const signed = `${header}.${payload}`;
  return {
    claims: claims.data,
    isSignedBy: (publicKey) =>
      createVerify('RSA-SHA256').update(signed).verify(publicKey, Buffer.from(signature, 'base64url')),
  };
}

function jsonOf(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
