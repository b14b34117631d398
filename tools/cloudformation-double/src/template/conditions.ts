import type { IntrinsicScope } from './intrinsic-functions.ts';
import { resolveIntrinsics } from './intrinsics.ts';
import { TemplateError } from './template-error.ts';
import { listOf } from './template-values.ts';

interface ConditionCall {
  readonly parts: readonly unknown[];
  readonly argument: unknown;
  readonly scope: IntrinsicScope;
}

const all = ({ parts, scope }: ConditionCall) => Promise.all(parts.map((part) => holds(part, scope)));

const functions: Readonly<Record<string, (call: ConditionCall) => Promise<boolean>>> = {
  'Fn::Equals': async ({ parts, scope }) => {
    const [left, right] = await Promise.all(parts.map((part) => resolveIntrinsics(part, scope)));
    return left === right;
  },
  'Fn::Not': async ({ parts, scope }) => !(await holds(parts[0], scope)),
  'Fn::And': async (call) => (await all(call)).every(Boolean),
  'Fn::Or': async (call) => (await all(call)).some(Boolean),
  'Fn::Contains': ({ parts, scope }) => contains(parts, scope),
  Condition: ({ argument, scope }) => scope.condition(String(argument)),
};

/** Whether a condition of a template holds. @throws TemplateError for a function that conditions do not have here */
export async function holds(condition: unknown, scope: IntrinsicScope): Promise<boolean> {
  const [name, argument] = Object.entries(condition as Record<string, unknown>)[0] ?? ['', undefined];
  const perform = functions[name];
  if (perform === undefined)
    throw new TemplateError(`Condition function ${name} is not supported by the local cloud`);
  const parts = Array.isArray(argument) ? (argument as unknown[]) : [];
  return await perform({ parts, argument, scope });
}

/** A function of Rules; CloudFormation does not have it in Conditions, where no template here uses it. */
async function contains([list, value]: readonly unknown[], scope: IntrinsicScope): Promise<boolean> {
  const [among, wanted] = await Promise.all([
    resolveIntrinsics(list, scope),
    resolveIntrinsics(value, scope),
  ]);
  return listOf(among, 'Fn::Contains').includes(wanted);
}
