import type { IntrinsicScope } from './intrinsic-functions.ts';
import { resolveIntrinsics } from './intrinsics.ts';
import { TemplateError } from './template-error.ts';

/** Whether a condition of a template holds. @throws TemplateError for a function that conditions do not have here */
export async function holds(condition: unknown, scope: IntrinsicScope): Promise<boolean> {
  const [name, argument] = Object.entries(condition as Record<string, unknown>)[0] ?? ['', undefined];
  const parts = Array.isArray(argument) ? (argument as unknown[]) : [];
  const all = () => Promise.all(parts.map((part) => holds(part, scope)));
  switch (name) {
    case 'Fn::Equals': {
      const [left, right] = await Promise.all(parts.map((part) => resolveIntrinsics(part, scope)));
      return left === right;
    }
    case 'Fn::Not':
      return !(await holds(parts[0], scope));
    case 'Fn::And':
      return (await all()).every(Boolean);
    case 'Fn::Or':
      return (await all()).some(Boolean);
    case 'Condition':
      return await scope.condition(String(argument));
    default:
      throw new TemplateError(`Condition function ${name} is not supported by the local cloud`);
  }
}
