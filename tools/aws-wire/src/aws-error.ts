/** An error that the service under double would give; every protocol writes it in its own way. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  /** Further members of the error structure, e.g. `CancellationReasons`. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    message: string,
    options: { readonly status?: number; readonly members?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = options.status ?? 400;
    this.members = options.members ?? {};
  }
}

/** For what a double does not know: refused by name, never answered with a guess. */
export const notSupported = (service: string, what: string): AwsError =>
  new AwsError('UnknownOperationException', `${service}: the local double does not support ${what}`, {
    status: 400,
  });
