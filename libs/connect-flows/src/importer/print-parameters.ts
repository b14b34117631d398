import { type ActionType, type ReferenceKind, specOf } from '../catalogue/index.ts';
import { isContactAttribute } from '../language/contact-attributes.ts';
import { pathsIn } from '../language/paths-in.ts';
import { isPath } from '../language/path.ts';
import { type Code, printCall } from './print-value.ts';

/** Parameters in which ARNs and references are marked as such, so that the types take them. */
export function printParameters(
  type: ActionType,
  parameters: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { references = {}, paths = [] } = specOf(type);
  const kinds = [
    ...Object.entries(references).map(([at, kind]) => [at.split('.'), kind] as const),
    ...paths.map((at) => [at.split('.'), undefined] as const),
  ];
  const marked = kinds.reduce<unknown>((value, [at, kind]) => mark(value, at, kind), parameters);
  return marked as Readonly<Record<string, unknown>>;
}

/** A copy in which the text at the place is marked; `*` stands for every key. */
function mark(value: unknown, at: readonly string[], kind: ReferenceKind | undefined): unknown {
  const [key, ...rest] = at;
  if (key === undefined) return typeof value === 'string' ? marked(value, kind) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each: unknown) => mark(each, rest, kind));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      key === '*' || key === name ? mark(each, rest, kind) : (each as unknown),
    ]),
  );
}

function marked(text: string, kind: ReferenceKind | undefined): string | Code {
  if (isPath(text)) return isTyped(text) ? text : printCall('unchecked', [text], 0);
  return kind === undefined ? text : printCall('external', [kind, text], 0);
}

/** Whether the type `Path` has this reference. */
function isTyped(text: string): boolean {
  const [path] = pathsIn(text);
  const plain = path !== undefined && text === `$.${path.keys.join('.')}`;
  if (!plain) return false;
  const [namespace, name = ''] = path.keys;
  return namespace !== 'Attributes' || (path.keys.length === 2 && isContactAttribute(name));
}
