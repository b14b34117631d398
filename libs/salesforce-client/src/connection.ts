import { classify } from './classify.ts';
import { startBudget, systemClock, systemSleep } from './clock.ts';
import type { Budget, ClientClock } from './clock.ts';
import { isSalesforceAuthError } from './errors.ts';
import { exchange, jsonOf } from './http.ts';
import type { CallLabel, Fetch, HttpAnswer, HttpRequest } from './http.ts';
import { parseLimitInfo } from './limit-info.ts';
import type { LimitInfo } from './limit-info.ts';
import { logIn } from './login.ts';
import type { Session } from './login.ts';
import { retrying } from './retry.ts';
import { parseRetryAfter } from './retry-after.ts';
import { createSessionSource } from './session-source.ts';
import type { CredentialsProvider } from './session-source.ts';

/** What a client is made of; all but the credentials has a default. */
export interface ConnectionOptions {
  readonly credentials: CredentialsProvider;
  /** Version of the REST API; `v62.0` when absent, at least `v46.0`. */
  readonly apiVersion?: `v${number}.0`;
  readonly fetch?: Fetch;
  readonly clock?: ClientClock;
  /** 0 ≤ x < 1, for the pauses between attempts. */
  readonly random?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
  /** Hears the org's API usage with every answer that tells it. Must not throw. */
  readonly onLimitInfo?: (info: LimitInfo) => void;
  /** Milliseconds for one call with all its attempts and pauses; 10,000 when absent. */
  readonly budgetMs?: number;
  /** Milliseconds to wait for one answer; 5,000 when absent. */
  readonly requestTimeoutMs?: number;
  /** Attempts of one call, the first included; 4 when absent. */
  readonly maxAttempts?: number;
}

/** One call of the data API. */
export interface DataCall<T> {
  readonly label: CallLabel & { readonly object?: string };
  readonly method: HttpRequest['method'];
  /** Behind `/services/data/vXX.0`, or a full path that Salesforce gave. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Reads an answer below 300. */
  readonly read: (answer: { readonly status: number; readonly body: unknown }) => T;
}

/** A way to the data API of one org. */
export interface Connection {
  readonly apiBase: string;
  startBudget(): Budget;
  /** Sends a call until it is answered for good. @throws SalesforceError */
  send<T>(call: DataCall<T>, budget?: Budget): Promise<T>;
}

/** Session, retries, limits and errors around `fetch`. */
export function openConnection(options: ConnectionOptions): Connection {
  const settings = withDefaults(options);
  const { clock } = settings;
  const sessions = createSessionSource(options.credentials, (credentials, budget) =>
    retrying(settings, { repeatable: true, budget }, () => logIn(settings, credentials, budget)),
  );
  const newBudget = () => startBudget(clock, settings.budgetMs);

  const attempt = async <T>(call: DataCall<T>, session: Session, budget: Budget): Promise<T> => {
    const answer = await exchange(settings, requestOf(settings.apiBase, call, session), {
      label: call.label,
      budget,
    });
    const usage = parseLimitInfo(answer.headers.get('sforce-limit-info'));
    if (usage !== undefined) settings.onLimitInfo(usage);
    if (answer.status >= 300) throw classify(refusalOf(call, answer, clock.now()));
    return call.read({ status: answer.status, body: jsonOf(answer, call.label.name) });
  };

  return {
    apiBase: settings.apiBase,
    startBudget: newBudget,
    async send(call, budget = newBudget()) {
      const { repeatable } = call.label;
      const inSession = (session: Session) =>
        retrying(settings, { repeatable, budget }, () => attempt(call, session, budget));
      const session = await sessions.current(budget);
      try {
        return await inSession(session);
      } catch (error) {
        if (!isSalesforceAuthError(error) || error.salesforceCode !== 'INVALID_SESSION_ID') throw error;
        return inSession(await sessions.renew(session, budget));
      }
    },
  };
}

const withDefaults = (options: ConnectionOptions) => ({
  fetch: options.fetch ?? ((url: string, init: RequestInit) => globalThis.fetch(url, init)),
  clock: options.clock ?? systemClock,
  random: options.random ?? Math.random,
  sleep: options.sleep ?? systemSleep,
  onLimitInfo: options.onLimitInfo ?? (() => undefined),
  ...limitsOf(options),
  apiBase: `/services/data/${options.apiVersion ?? 'v62.0'}`,
});

const limitsOf = ({ budgetMs = 10_000, requestTimeoutMs = 5000, maxAttempts = 4 }: ConnectionOptions) => ({
  budgetMs,
  requestTimeoutMs,
  maxAttempts,
});

function requestOf<T>(apiBase: string, call: DataCall<T>, session: Session): HttpRequest {
  const path = call.path.startsWith('/services/data/') ? call.path : `${apiBase}${call.path}`;
  const headers = {
    authorization: `Bearer ${session.accessToken}`,
    accept: 'application/json',
    ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...call.headers,
  };
  const request = { method: call.method, url: `${session.instanceUrl}${path}`, headers };
  return call.body === undefined ? request : { ...request, body: JSON.stringify(call.body) };
}

const refusalOf = <T>(call: DataCall<T>, answer: HttpAnswer, nowMs: number) => ({
  label: call.label,
  status: answer.status,
  body: errorBody(answer.text),
  retryAfter: parseRetryAfter(answer.headers.get('retry-after'), nowMs),
});

/** Gateways in front of Salesforce answer failures in HTML: then the status alone counts. */
function errorBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
