import { parameterValues, type ParameterValue } from '../template/parameters.ts';
import { templateOf } from '../stacks/stack-directory.ts';
import type { StackContent } from '../stacks/stack-record.ts';

/** The parameters of a stack as they are shown; one whose SSM parameter is gone has no resolved value. */
export const parametersShown = (
  { ssm }: { readonly ssm: (name: string) => string | undefined },
  { body, parameters }: StackContent,
): Readonly<Record<string, ParameterValue>> =>
  parameterValues(templateOf(body), { given: parameters, ssm: (name) => ssm(name) ?? '' });
