import * as z from 'zod';
import { signAssertion } from './assertion.ts';
import type { Budget, ClientClock } from './clock.ts';
import type { SalesforceCredentials } from './credentials.ts';
import {
  SalesforceAuthError,
  SalesforceLimitError,
  SalesforceResponseError,
  SalesforceUnavailableError,
} from './errors.ts';
import { exchange, jsonOf } from './http.ts';
import type { HttpAnswer, HttpOptions } from './http.ts';
import { isSafeOrigin } from './origin.ts';
import { parseRetryAfter } from './retry-after.ts';

/** Where and with what the data API is called. */
export interface Session {
  readonly instanceUrl: string;
  readonly accessToken: string;
}

const tokenSchema = z.object({
  access_token: z.string().min(1),
  instance_url: z.string().transform((url) => url.replace(/\/$/, '')),
});
const oauthErrorSchema = z.object({ error: z.string(), error_description: z.string().default('') });

const label = { name: 'log-in', repeatable: true } as const;

/** Logs in once. @throws SalesforceAuthError, SalesforceUnavailableError, SalesforceTimeoutError, SalesforceResponseError */
export async function logIn(
  options: HttpOptions & { readonly clock: ClientClock },
  credentials: SalesforceCredentials,
  budget: Budget,
): Promise<Session> {
  const body = new URLSearchParams(grantOf(credentials, options.clock.now())).toString();
  const url = `${new URL(credentials.loginUrl).origin}/services/oauth2/token`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
  const answer = await exchange(options, { method: 'POST', url, headers, body }, { label, budget });
  if (answer.status !== 200) throw refused(answer, options.clock.now());
  const token = tokenSchema.safeParse(jsonOf(answer, label.name));
  if (!token.success) {
    throw new SalesforceResponseError(
      'Salesforce: log-in was answered without access_token and instance_url.',
      {},
    );
  }
  const { access_token: accessToken, instance_url: instanceUrl } = token.data;
  if (isSafeOrigin(instanceUrl)) return { accessToken, instanceUrl };
  throw new SalesforceResponseError(
    'Salesforce: log-in named an instance_url that is no plain https address.',
    {},
  );
}

function grantOf(credentials: SalesforceCredentials, nowMs: number): Record<string, string> {
  if (credentials.grantType === 'jwt-bearer') {
    const assertion = signAssertion(credentials, nowMs);
    return { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
  }
  const { clientId, clientSecret } = credentials;
  return { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
}

function refused(answer: HttpAnswer, nowMs: number) {
  const { status, headers } = answer;
  const retryAfter = parseRetryAfter(headers.get('retry-after'), nowMs);
  if (status >= 500) {
    return new SalesforceUnavailableError('Salesforce: log-in failed inside Salesforce.', {
      status,
      retryAfter,
      retryable: true,
    });
  }
  const { error, error_description: description } = oauthError(answer);
  if (status === 429 || /rate exceeded/i.test(description)) {
    const wait = retryAfter ?? 60;
    return new SalesforceLimitError(`Salesforce: too many log-ins, ask again in ${wait} s.`, {
      status,
      retryAfter: wait,
    });
  }
  const hint = hints[error] ?? 'check the secret and the connected app';
  const salesforceCode = /^\w{1,60}$/.test(error) ? error : 'unknown';
  return new SalesforceAuthError(
    `Salesforce: log-in was refused (${salesforceCode}${plain(description)}): ${hint}.`,
    {
      status,
      salesforceCode,
    },
  );
}

const oauthError = (answer: HttpAnswer) => {
  const isJson = (answer.headers.get('content-type') ?? '').includes('json');
  return (
    oauthErrorSchema.safeParse(isJson ? jsonOf(answer, label.name) : undefined).data ?? {
      error: '',
      error_description: '',
    }
  );
};

/** A description is shown when it is a plain sentence, which can hold no name, address or token. */
const plain = (description: string): string =>
  /^[a-z' -]{1,80}$/i.test(description) ? `, ${description}` : '';

const hints: Readonly<Record<string, string>> = {
  invalid_grant:
    'check that the user is approved for the app, the certificate fits privateKey, and loginUrl fits the org',
  invalid_client: 'check clientSecret',
  invalid_client_id: 'check clientId (the consumer key) and that the app is in this org',
  invalid_app_access: 'assign the app to the user by a permission set',
  unsupported_grant_type: 'enable this flow in the app',
};
