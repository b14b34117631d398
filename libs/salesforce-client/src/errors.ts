import { AtlasError, isAtlasError } from '@atlas-engine/domain';

/** What every Salesforce failure knows. Salesforce's own message is left out: it repeats the values that were sent. */
export interface SalesforceErrorOptions {
  readonly retryable?: boolean;
  /** Salesforce's error code, e.g. `STRING_TOO_LONG`, or the OAuth error. */
  readonly salesforceCode?: string | undefined;
  /** HTTP status of the answer. */
  readonly status?: number | undefined;
  readonly details?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly cause?: unknown;
}

/** The base of every failure of this client. */
export abstract class SalesforceError extends AtlasError {
  readonly salesforceCode: string | undefined;

  constructor(message: string, options: SalesforceErrorOptions) {
    const { salesforceCode, status, details, cause } = options;
    super(message, {
      retryable: options.retryable ?? false,
      details: { ...details, salesforceCode, status },
      cause,
    });
    this.salesforceCode = salesforceCode;
  }
}

/** Log-in or permission: correct the secret, the app or the permission set. */
export class SalesforceAuthError extends SalesforceError {
  override readonly name = 'SalesforceAuthError';
  override readonly code = 'SALESFORCE_AUTH';
}

/** The request is wrong: correct what is sent. */
export class SalesforceValidationError extends SalesforceError {
  override readonly name = 'SalesforceValidationError';
  override readonly code = 'SALESFORCE_VALIDATION';
  /** Names of the fields that Salesforce refuses, as far as it says. */
  readonly fields: readonly string[];

  constructor(message: string, options: SalesforceErrorOptions & { readonly fields?: readonly string[] }) {
    const fields = options.fields ?? [];
    super(message, { ...options, details: { ...options.details, fields: fields.join(',') } });
    this.fields = fields;
  }
}

/** The record, or one that it points to, does not exist. */
export class SalesforceNotFoundError extends SalesforceError {
  override readonly name = 'SalesforceNotFoundError';
  override readonly code = 'SALESFORCE_NOT_FOUND';
}

/** A duplicate rule, a unique field or an ambiguous external id: use the record that exists. */
export class SalesforceDuplicateError extends SalesforceError {
  override readonly name = 'SalesforceDuplicateError';
  override readonly code = 'SALESFORCE_DUPLICATE';
  /** Id of the record that is already there, when Salesforce names one of the same object. */
  readonly duplicateOf: string | undefined;

  constructor(
    message: string,
    options: SalesforceErrorOptions & { readonly duplicateOf?: string | undefined },
  ) {
    super(message, { ...options, details: { ...options.details, duplicateOf: options.duplicateOf } });
    this.duplicateOf = options.duplicateOf;
  }
}

/** Another transaction holds the record; nothing was written. Try again later. */
export class SalesforceLockError extends SalesforceError {
  override readonly name = 'SalesforceLockError';
  override readonly code = 'SALESFORCE_LOCK';

  constructor(message: string, options: SalesforceErrorOptions) {
    super(message, { ...options, retryable: true });
  }
}

/** An allowance is used up; nothing was done. Try again after {@link retryAfter}. */
export class SalesforceLimitError extends SalesforceError {
  override readonly name = 'SalesforceLimitError';
  override readonly code = 'SALESFORCE_LIMIT';
  /** Seconds to wait. */
  readonly retryAfter: number;

  constructor(message: string, options: SalesforceErrorOptions & { readonly retryAfter: number }) {
    const { retryAfter } = options;
    super(message, { ...options, retryable: true, details: { ...options.details, retryAfter } });
    this.retryAfter = retryAfter;
  }
}

/** Salesforce or the way to it fails. Retryable only when repeating can not write twice. */
export class SalesforceUnavailableError extends SalesforceError {
  override readonly name = 'SalesforceUnavailableError';
  override readonly code = 'SALESFORCE_UNAVAILABLE';
  /** Seconds to wait, when Salesforce says so. */
  readonly retryAfter: number | undefined;

  constructor(
    message: string,
    options: SalesforceErrorOptions & { readonly retryAfter?: number | undefined },
  ) {
    super(message, { ...options, details: { ...options.details, retryAfter: options.retryAfter } });
    this.retryAfter = options.retryAfter;
  }
}

/** No answer within the time allowed. Retryable only when repeating can not write twice. */
export class SalesforceTimeoutError extends SalesforceError {
  override readonly name = 'SalesforceTimeoutError';
  override readonly code = 'SALESFORCE_TIMEOUT';
}

/** Salesforce answered something this client does not understand. */
export class SalesforceResponseError extends SalesforceError {
  override readonly name = 'SalesforceResponseError';
  override readonly code = 'SALESFORCE_RESPONSE';
}

/** Guards compare codes, because `instanceof` does not survive two bundles. */
const hasCode =
  <T extends SalesforceError>(code: T['code']) =>
  (value: unknown): value is T =>
    isAtlasError(value) && value.code === code;

/** Whether a value is any failure of this client, across bundles. */
export const isSalesforceError = (value: unknown): value is SalesforceError =>
  isAtlasError(value) && value.code.startsWith('SALESFORCE_');
/** Whether a value is a SalesforceAuthError, across bundles. */
export const isSalesforceAuthError = hasCode<SalesforceAuthError>('SALESFORCE_AUTH');
/** Whether a value is a SalesforceValidationError, across bundles. */
export const isSalesforceValidationError = hasCode<SalesforceValidationError>('SALESFORCE_VALIDATION');
/** Whether a value is a SalesforceNotFoundError, across bundles. */
export const isSalesforceNotFoundError = hasCode<SalesforceNotFoundError>('SALESFORCE_NOT_FOUND');
/** Whether a value is a SalesforceDuplicateError, across bundles. */
export const isSalesforceDuplicateError = hasCode<SalesforceDuplicateError>('SALESFORCE_DUPLICATE');
/** Whether a value is a SalesforceLockError, across bundles. */
export const isSalesforceLockError = hasCode<SalesforceLockError>('SALESFORCE_LOCK');
/** Whether a value is a SalesforceLimitError, across bundles. */
export const isSalesforceLimitError = hasCode<SalesforceLimitError>('SALESFORCE_LIMIT');
/** Whether a value is a SalesforceUnavailableError, across bundles. */
export const isSalesforceUnavailableError = hasCode<SalesforceUnavailableError>('SALESFORCE_UNAVAILABLE');
/** Whether a value is a SalesforceTimeoutError, across bundles. */
export const isSalesforceTimeoutError = hasCode<SalesforceTimeoutError>('SALESFORCE_TIMEOUT');
/** Whether a value is a SalesforceResponseError, across bundles. */
export const isSalesforceResponseError = hasCode<SalesforceResponseError>('SALESFORCE_RESPONSE');
