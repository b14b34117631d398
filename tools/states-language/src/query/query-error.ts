/** An expression that failed, gave nothing, or gave what its field does not take: States.QueryEvaluationError. */
export class QueryEvaluationError extends Error {
  override readonly name = 'QueryEvaluationError';
  /** The field in the state, e.g. `Arguments/Payload/lead` or `Choices[1]/Condition`; absent when it is the input. */
  readonly location: string | undefined;

  constructor(message: string, location?: string) {
    super(message);
    this.location = location;
  }
}

/** What a function of the engine throws inside an expression. */
export class QueryFunctionError extends Error {
  override readonly name = 'QueryFunctionError';
}
