import {
  SalesforceAuthError,
  SalesforceDuplicateError,
  SalesforceLimitError,
  SalesforceLockError,
  SalesforceNotFoundError,
  SalesforceResponseError,
  SalesforceUnavailableError,
  SalesforceValidationError,
} from './errors.ts';
import type { SalesforceError } from './errors.ts';
import { readFailure } from './failure-report.ts';
import type { FailureReport } from './failure-report.ts';
import type { CallLabel } from './http.ts';

/** What is known of a refused call. */
export interface Refusal {
  readonly label: CallLabel & {
    readonly object?: string;
    /** Name of the composite part. */
    readonly part?: string;
  };
  readonly status: number;
  /** Parsed body, when it was JSON. */
  readonly body: unknown;
  /** Seconds that Salesforce asks to wait. */
  readonly retryAfter?: number | undefined;
}

type Kind = 'auth' | 'validation' | 'not-found' | 'duplicate' | 'lock' | 'limit' | 'unavailable' | 'response';

const kindsByCode: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:REQUEST_LIMIT_EXCEEDED|TOO_MANY_REQUESTS)$/, 'limit'],
  [/^UNABLE_TO_LOCK_ROW$/, 'lock'],
  [/^(?:DUPLICATES_DETECTED|DUPLICATE_VALUE|DUPLICATE_EXTERNAL_ID)$/, 'duplicate'],
  [/^(?:NOT_FOUND|ENTITY_IS_DELETED|INVALID_CROSS_REFERENCE_KEY)$/, 'not-found'],
  [
    /^(?:INVALID_SESSION_ID|INSUFFICIENT_ACCESS|API_DISABLED_FOR_ORG|API_CURRENTLY_DISABLED|INVALID_LOGIN)/,
    'auth',
  ],
  [/^(?:SERVER_UNAVAILABLE|UNKNOWN_EXCEPTION|QUERY_TIMEOUT)$/, 'unavailable'],
];

const kindsByStatus: Readonly<Record<number, Kind>> = {
  300: 'duplicate',
  401: 'auth',
  403: 'auth',
  404: 'not-found',
  429: 'limit',
};

const kindOf = (status: number, code: string | undefined): Kind => {
  const byCode = kindsByCode.find(([pattern]) => code !== undefined && pattern.test(code))?.[1];
  const byStatus = kindsByStatus[status] ?? (status >= 500 ? 'unavailable' : undefined);
  return byCode ?? byStatus ?? (status >= 400 && code !== undefined ? 'validation' : 'response');
};

/** Turns what Salesforce refused into the error that says what to do about it. */
export function classify(refusal: Refusal): SalesforceError {
  const report = readFailure(refusal.body);
  return errorOf[kindOf(refusal.status, report?.errorCode)](refusal, report);
}

type Maker = (refusal: Refusal, report: FailureReport | undefined) => SalesforceError;

const said = ({ label, status }: Refusal, report: FailureReport | undefined, outcome: string): string =>
  `Salesforce: ${label.name} ${outcome} (${report?.errorCode ?? `HTTP ${status}`}).`;

const facts = ({ label, status }: Refusal, report: FailureReport | undefined) => ({
  salesforceCode: report?.errorCode,
  status,
  details: { part: label.part },
});

/** Seconds until it makes sense to ask again, by what ran out. */
const waits = { throttled: 1, concurrency: 5, daily: 900 } as const;

const errorOf: Readonly<Record<Kind, Maker>> = {
  auth: (refusal, report) =>
    new SalesforceAuthError(
      said(refusal, report, 'was refused: check the session, the user and the AtlasEngine permission set'),
      facts(refusal, report),
    ),
  validation: (refusal, report) => {
    const fields = report?.fields ?? [];
    const where = fields.length === 0 ? '' : ` because of ${fields.join(', ')}`;
    return new SalesforceValidationError(said(refusal, report, `was refused${where}`), {
      ...facts(refusal, report),
      fields,
    });
  },
  'not-found': (refusal, report) =>
    new SalesforceNotFoundError(
      said(refusal, report, 'found no such record, object or field'),
      facts(refusal, report),
    ),
  duplicate: (refusal, report) => {
    const { object } = refusal.label;
    const match = report?.matches.find((found) => found.object === undefined || found.object === object);
    const outcome =
      match === undefined ? 'matches records that exist' : `matches the existing record ${match.id}`;
    return new SalesforceDuplicateError(said(refusal, report, outcome), {
      ...facts(refusal, report),
      duplicateOf: match?.id,
    });
  },
  lock: (refusal, report) =>
    new SalesforceLockError(
      said(refusal, report, 'met a record that is being written'),
      facts(refusal, report),
    ),
  limit: (refusal, report) => {
    const byCode = report?.isConcurrency === true ? waits.concurrency : waits.daily;
    const retryAfter = refusal.retryAfter ?? (refusal.status === 429 ? waits.throttled : byCode);
    const outcome = `met a limit of the org, ask again in ${retryAfter} s`;
    return new SalesforceLimitError(said(refusal, report, outcome), {
      ...facts(refusal, report),
      retryAfter,
    });
  },
  unavailable: (refusal, report) => {
    const { repeatable } = refusal.label;
    const advice = repeatable ? '' : ': whether it took effect is unknown, look before you repeat it';
    return new SalesforceUnavailableError(said(refusal, report, `failed inside Salesforce${advice}`), {
      ...facts(refusal, report),
      retryable: repeatable,
      retryAfter: refusal.retryAfter,
      details: { part: refusal.label.part, outcomeUnknown: repeatable ? undefined : true },
    });
  },
  response: (refusal, report) =>
    new SalesforceResponseError(
      said(refusal, report, 'got an answer that makes no sense'),
      facts(refusal, report),
    ),
};
