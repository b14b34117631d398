import type { LanguageModel, ModelAnswer, ModelFailure, ModelTask } from '../language-model.ts';

/**
 * A model that gives what it is told to, checked by the task's schema, and remembers what it was asked. An entry `{ failure }` makes the model fail so. The last
 * entry is given for ever.
 */
export function createFakeModel(answers: readonly unknown[]) {
  const asked: { readonly system: string; readonly material: string }[] = [];
  const left = [...answers];
  const model: LanguageModel = {
    answer<T>(task: ModelTask<T>): Promise<ModelAnswer<T>> {
      asked.push({ system: task.system, material: task.material });
      const next = left.length > 1 ? left.shift() : left[0];
      if (isFailure(next)) return Promise.resolve({ ok: false, failure: next.failure, repairs: 0 });
      return Promise.resolve({
        ok: true,
        value: task.tool.schema.parse(next),
        modelId: 'fake-model',
        repairs: 0,
      });
    },
  };
  return { model, asked };
}

const isFailure = (value: unknown): value is { readonly failure: ModelFailure } =>
  typeof value === 'object' && value !== null && 'failure' in value;
