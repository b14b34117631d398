/** A flow that the service would refuse, or that holds what this interpreter cannot run; `problems` names each block. */
export class FlowLoadError extends Error {
  override readonly name = 'FlowLoadError';
  readonly problems: readonly string[];

  constructor(flow: string, problems: readonly string[]) {
    super(`Flow ${flow}: ${problems.join('; ')}`);
    this.problems = problems;
  }
}
