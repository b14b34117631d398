import { TemplateError } from './template-error.ts';
import { listOf, pairOf, replaceAsync, splitOnce, textOf } from './template-values.ts';

/** What intrinsic functions ask the surrounding stack. */
export interface IntrinsicScope {
  /** Value of a parameter, a pseudo parameter or a resource's reference. Creates the resource if need be. */
  ref(name: string): Promise<unknown>;
  attribute(logicalId: string, attribute: string): Promise<unknown>;
  /** `{{resolve:ssm:…}}` and the like. */
  dynamicReference(service: string, reference: string): Promise<string>;
  condition(name: string): Promise<boolean>;
  mapping(name: string, keys: readonly [string, string]): unknown;
}

/** A function's argument as it stands in the template, the stack, and how to carry out what is nested in it. */
export interface IntrinsicCall {
  readonly argument: unknown;
  readonly scope: IntrinsicScope;
  readonly resolve: (value: unknown) => Promise<unknown>;
}

type Intrinsic = (call: IntrinsicCall) => Promise<unknown>;

/** The intrinsic functions that templates may use here, by name. */
export const intrinsicFunctions: Readonly<Record<string, Intrinsic>> = {
  Ref: ({ argument, scope }) => scope.ref(textOf(argument, 'Ref')),
  'Fn::GetAtt': ({ argument, scope }) => {
    const [logicalId, attribute] =
      typeof argument === 'string' ? splitOnce(argument, '.') : pairOf(argument, 'Fn::GetAtt');
    return scope.attribute(logicalId, attribute);
  },
  'Fn::Join': async ({ argument, resolve }) => {
    const [separator, parts] = listOf(argument, 'Fn::Join');
    return listOf(await resolve(parts), 'Fn::Join')
      .map((part) => textOf(part, 'Fn::Join'))
      .join(textOf(separator, 'Fn::Join'));
  },
  'Fn::Sub': substitute,
  'Fn::Select': async ({ argument, resolve }) => {
    const [index, list] = listOf(await resolve(argument), 'Fn::Select');
    const items = listOf(list, 'Fn::Select');
    const at = Number(index);
    if (at in items) return items[at];
    throw new TemplateError(`Fn::Select: there is no item ${String(index)} in a list of ${items.length}`);
  },
  'Fn::Split': async ({ argument, resolve }) => {
    const [separator, text] = pairOf(await resolve(argument), 'Fn::Split');
    return text.split(separator);
  },
  'Fn::FindInMap': async ({ argument, scope, resolve }) => {
    const [name, first, second] = listOf(await resolve(argument), 'Fn::FindInMap').map((part) =>
      textOf(part, 'Fn::FindInMap'),
    );
    const value = scope.mapping(name ?? '', [first ?? '', second ?? '']);
    if (value !== undefined) return value;
    throw new TemplateError(`Fn::FindInMap: there is no ${name ?? ''}.${first ?? ''}.${second ?? ''}`);
  },
  'Fn::If': async ({ argument, scope, resolve }) => {
    const [condition, whenTrue, whenFalse] = listOf(argument, 'Fn::If');
    return await resolve((await scope.condition(textOf(condition, 'Fn::If'))) ? whenTrue : whenFalse);
  },
  'Fn::Base64': async ({ argument, resolve }) =>
    Buffer.from(textOf(await resolve(argument), 'Fn::Base64')).toString('base64'),
  'Fn::ImportValue': () => {
    throw new TemplateError(
      'Fn::ImportValue: stacks must not import from each other (names are the contract)',
    );
  },
};

async function substitute({ argument, scope, resolve }: IntrinsicCall): Promise<string> {
  const [text, variables] = typeof argument === 'string' ? [argument] : listOf(argument, 'Fn::Sub');
  const given = (await resolve(variables ?? {})) as Readonly<Record<string, unknown>>;
  return await replaceAsync(textOf(text, 'Fn::Sub'), /\$\{(!?[^}]+)\}/g, async (_, name) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    if (name in given) return textOf(given[name], 'Fn::Sub');
    const [logicalId, attribute] = splitOnce(name, '.');
    const value = attribute === '' ? await scope.ref(logicalId) : await scope.attribute(logicalId, attribute);
    return textOf(value, 'Fn::Sub');
  });
}
