import { AwsError } from '@atlas-engine/aws-wire';

/** A template or a request that cannot be carried out. Says which stack, which resource and what is wrong. */
export class TemplateError extends AwsError {
  constructor(message: string, { cause }: ErrorOptions = {}) {
    super('ValidationError', message);
    if (cause !== undefined) this.cause = cause;
  }
}

/** A template refers to an SSM parameter that does not exist (yet). */
export class ParameterMissingError extends TemplateError {
  readonly parameter: string;

  constructor(parameter: string) {
    super(`Unable to fetch parameters [${parameter}] from parameter store for this account.`);
    this.parameter = parameter;
  }
}
