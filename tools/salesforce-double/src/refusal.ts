/** What the org answers instead of doing what was asked, in Salesforce's own words. */
export class SalesforceRefusal extends Error {
  override readonly name = 'SalesforceRefusal';
  readonly status: number;
  readonly errorCode: string;
  readonly fields: readonly string[] | undefined;
  /** Further members of the error, such as `duplicateResult`. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(errorCode: string, message: string, options: RefusalOptions = {}) {
    super(message);
    this.errorCode = errorCode;
    this.status = options.status ?? 400;
    this.fields = options.fields;
    this.members = options.members ?? {};
  }
}

/** What a refusal carries beside its code; status 400 when absent. */
export interface RefusalOptions {
  readonly status?: number;
  readonly fields?: readonly string[];
  readonly members?: Readonly<Record<string, unknown>>;
}

/** The error array that every REST resource answers with. */
export const refusalBody = (refusal: SalesforceRefusal): readonly unknown[] => [
  {
    message: refusal.message,
    errorCode: refusal.errorCode,
    ...(refusal.fields === undefined ? {} : { fields: refusal.fields }),
    ...refusal.members,
  },
];

/** The refusal for what does not exist. */
export const notFound = (detail = 'The requested resource does not exist'): SalesforceRefusal =>
  new SalesforceRefusal('NOT_FOUND', detail, { status: 404 });

/** For what the double does not know: refused by name, never answered with a guess. */
export const notSupported = (what: string): SalesforceRefusal =>
  notFound(`The requested resource does not exist (the local double does not support ${what})`);
