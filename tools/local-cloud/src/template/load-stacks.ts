import { loadStack, type StackLoader } from './load-stack.ts';
import { ParameterMissingError, TemplateError } from './template-error.ts';
import type { SynthesizedStack } from './template.ts';

interface PostponedStack {
  readonly stack: SynthesizedStack;
  /** The SSM parameter that does not exist yet. */
  readonly parameter: string;
}

/**
 * Loads all stacks. Stacks name each other's resources, so their order is free but for SSM parameters: a stack that
 * reads one which does not exist yet is loaded after the others.
 *
 * @throws TemplateError when stacks wait for parameters that none of them creates
 */
export async function loadStacks(stacks: readonly SynthesizedStack[], loader: StackLoader): Promise<void> {
  let waiting = stacks;
  while (waiting.length > 0) {
    const postponed = await loadWhatCanBe(waiting, loader);
    if (postponed.length === waiting.length) {
      const list = postponed.map(({ stack, parameter }) => `${stack.name} needs ${parameter}`).join('; ');
      throw new TemplateError(`No stack creates these SSM parameters: ${list}`);
    }
    waiting = postponed.map(({ stack }) => stack);
  }
}

async function loadWhatCanBe(stacks: readonly SynthesizedStack[], loader: StackLoader) {
  const postponed: PostponedStack[] = [];
  for (const stack of stacks) {
    try {
      await loadStack(stack, loader);
    } catch (error) {
      if (!(error instanceof ParameterMissingError)) throw inStack(stack, error);
      postponed.push({ stack, parameter: error.parameter });
    }
  }
  return postponed;
}

function inStack(stack: SynthesizedStack, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const message = error.message.startsWith(`${stack.name}: `)
    ? error.message
    : `${stack.name}: ${error.message}`;
  return new TemplateError(message, { cause: error });
}
