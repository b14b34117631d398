/** A template that the local cloud cannot load. Says which stack, which resource and what is wrong. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

/** A stack refers to a parameter that no stack has created yet: it is loaded later. */
export class ParameterMissingError extends TemplateError {
  readonly parameter: string;

  constructor(parameter: string) {
    super(`SSM parameter ${parameter} does not exist`);
    this.parameter = parameter;
  }
}
