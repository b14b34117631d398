import * as z from 'zod';
import { SalesforceAuthError } from './errors.ts';
import { isSafeOrigin } from './origin.ts';

const placeholder = /^(?:REPLACE_ME|CHANGE_ME|TODO|<.*>$|\$\{)/i;

const text = (maxLength: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1, 'must not be empty'),
    z.maxLength(maxLength, `must have at most ${maxLength} characters`),
    z.refine(
      (value) => !placeholder.test(value),
      'is still the placeholder: put the real value into the secret',
    ),
  );

const loginUrl = text(255).refine(
  isSafeOrigin,
  'must be an https address without path, e.g. https://login.salesforce.com (http on this machine only)',
);

/** Line breaks may have been stored as the two characters `\n`. */
const privateKey = text(20_000)
  .transform((pem) => pem.replaceAll('\\n', '\n'))
  .refine(
    (pem) => /^-----BEGIN (?:RSA )?PRIVATE KEY-----/.test(pem),
    'must be an RSA private key in PEM form',
  );

/** JWT bearer flow: a certificate's key signs, no password exists. */
const jwtBearerSchema = z.object({
  grantType: z.literal('jwt-bearer'),
  loginUrl,
  clientId: text(512),
  username: text(255),
  privateKey,
  audience: text(255).optional(),
});

/** Client credentials flow: only at the org's own address (My Domain). */
const clientCredentialsSchema = z.object({
  grantType: z.literal('client-credentials'),
  loginUrl: loginUrl.refine(
    (url) => !/^https:\/\/(?:login|test)\.salesforce\.com/.test(url),
    'must be the address of the org (https://….my.salesforce.com): login.salesforce.com does not take this flow',
  ),
  clientId: text(512),
  clientSecret: text(512),
});

/** The secret that lets the client log in, as it is kept in Secrets Manager. */
export const salesforceCredentialsSchema = z.discriminatedUnion('grantType', [
  jwtBearerSchema,
  clientCredentialsSchema,
]);

/** A secret that fits the schema. */
export type SalesforceCredentials = z.infer<typeof salesforceCredentialsSchema>;

/**
 * Reads the secret's text.
 *
 * @throws SalesforceAuthError that names each wrong field and never shows a value
 */
export function parseSalesforceCredentials(secret: string): SalesforceCredentials {
  const parsed = salesforceCredentialsSchema.safeParse(jsonOf(secret));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'secret'} ${message}`);
  throw new SalesforceAuthError(`The Salesforce secret can not be used: ${problems.join('; ')}.`, {
    details: { fields: parsed.error.issues.map(({ path }) => path.join('.')).join(',') },
  });
}

function jsonOf(secret: string): unknown {
  try {
    return JSON.parse(secret);
  } catch {
    // The parser's message quotes the secret.
    throw new SalesforceAuthError('The Salesforce secret can not be used: it is no JSON object.', {});
  }
}
