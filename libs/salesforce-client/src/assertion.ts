import { createPrivateKey, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { SalesforceCredentials } from './credentials.ts';
import { SalesforceAuthError } from './errors.ts';

type JwtBearerCredentials = Extract<SalesforceCredentials, { readonly grantType: 'jwt-bearer' }>;

/** Life of an assertion in seconds; Salesforce takes a few minutes at most. */
const lifetime = 180;

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * The signed statement that a JWT bearer log-in sends.
 *
 * @throws SalesforceAuthError when the private key can not be used
 */
export function signAssertion(credentials: JwtBearerCredentials, nowMs: number): string {
  const claims = {
    iss: credentials.clientId,
    sub: credentials.username,
    aud: credentials.audience ?? audienceFor(credentials.loginUrl),
    exp: Math.floor(nowMs / 1000) + lifetime,
  };
  const signed = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}`;
  const signature = sign('RSA-SHA256', Buffer.from(signed), keyOf(credentials.privateKey));
  return `${signed}.${signature.toString('base64url')}`;
}

/** Production and sandbox share an audience each, whatever the address of the org. */
function audienceFor(loginUrl: string): string {
  const { hostname, origin } = new URL(loginUrl);
  if (!hostname.endsWith('.salesforce.com')) return origin;
  const isSandbox =
    hostname === 'test.salesforce.com' || hostname.includes('.sandbox.') || hostname.includes('--');
  return isSandbox ? 'https://test.salesforce.com' : 'https://login.salesforce.com';
}

function keyOf(pem: string): KeyObject {
  const key = readKey(pem);
  if (key?.asymmetricKeyType === 'rsa') return key;
  throw new SalesforceAuthError('The Salesforce secret can not be used: privateKey is no readable RSA key.', {
    details: { fields: 'privateKey' },
  });
}

function readKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    // OpenSSL's message may quote the key.
    return undefined;
  }
}
