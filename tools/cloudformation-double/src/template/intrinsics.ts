import { intrinsicFunctions, type IntrinsicScope } from './intrinsic-functions.ts';
import { TemplateError } from './template-error.ts';
import { replaceAsync } from './template-values.ts';

/** Marks a property that `Fn::If` leaves out. */
export const noValue: unique symbol = Symbol('AWS::NoValue');

/**
 * A template's value with every intrinsic function and dynamic reference carried out.
 *
 * @throws TemplateError for an intrinsic function that is not known here
 */
export async function resolveIntrinsics(value: unknown, scope: IntrinsicScope): Promise<unknown> {
  if (typeof value === 'string') return await resolveDynamic(value, scope);
  if (Array.isArray(value)) {
    const items = await Promise.all(value.map((item: unknown) => resolveIntrinsics(item, scope)));
    return items.filter((item) => item !== noValue);
  }
  if (typeof value !== 'object' || value === null) return value;
  const call = intrinsicIn(value);
  return call === undefined ? await resolveObject(value, scope) : await callIntrinsic(call, scope);
}

type NamedArgument = readonly [name: string, argument: unknown];

function intrinsicIn(value: object): NamedArgument | undefined {
  const [entry, ...others] = Object.entries(value) as NamedArgument[];
  if (entry === undefined || others.length > 0) return undefined;
  return entry[0] === 'Ref' || entry[0].startsWith('Fn::') ? entry : undefined;
}

async function resolveObject(value: object, scope: IntrinsicScope): Promise<Record<string, unknown>> {
  const entries = Object.entries(value).map(
    async ([key, item]) => [key, await resolveIntrinsics(item, scope)] as const,
  );
  const resolved = await Promise.all(entries);
  return Object.fromEntries(resolved.filter(([, item]) => item !== noValue));
}

async function callIntrinsic([name, argument]: NamedArgument, scope: IntrinsicScope): Promise<unknown> {
  const intrinsic = intrinsicFunctions[name];
  if (intrinsic === undefined) throw new TemplateError(`${name} is not supported by the local cloud`);
  const resolve = (value: unknown) => resolveIntrinsics(value, scope);
  const result = await intrinsic({ argument, scope, resolve });
  return typeof result === 'string' ? await resolveDynamic(result, scope) : result;
}

const resolveDynamic = (text: string, scope: IntrinsicScope): Promise<string> =>
  text.includes('{{resolve:')
    ? replaceAsync(text, /\{\{resolve:([a-z-]+):([^}]+)\}\}/g, (_, service, reference) =>
        scope.dynamicReference(service, reference ?? ''),
      )
    : Promise.resolve(text);
