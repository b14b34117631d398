import { type ReferenceKind, referenceKinds } from '../catalogue/index.ts';

/** A resource that a flow refers to by its name in this code. */
export interface NamedReference {
  readonly kind: ReferenceKind;
  readonly name: string;
}

const scheme = 'atlas:';

/** How a reference stands in a flow until it is emitted for an instance. */
export const referenceText = ({ kind, name }: NamedReference): string => `${scheme}${kind}/${name}`;

/** The reference that a text is; undefined for any other text. */
export function parseReference(text: string): NamedReference | undefined {
  const [, kind = '', name = ''] = /^atlas:([a-z]+)\/(.+)$/.exec(text) ?? [];
  const known = referenceKinds.find((each) => each === kind);
  return known === undefined ? undefined : { kind: known, name };
}

/** Every text of a value that is a reference. */
export function referencesIn(value: unknown): readonly NamedReference[] {
  if (typeof value === 'string') {
    const reference = parseReference(value);
    return reference === undefined ? [] : [reference];
  }
  return isObject(value) ? Object.values(value).flatMap(referencesIn) : [];
}

/** A copy of a value in which each reference is what `resolve` says. */
export function resolveReferences(value: unknown, resolve: (reference: NamedReference) => string): unknown {
  if (typeof value === 'string') {
    const reference = parseReference(value);
    return reference === undefined ? value : resolve(reference);
  }
  if (Array.isArray(value)) return value.map((each) => resolveReferences(each, resolve));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, resolveReferences(each, resolve)]),
  );
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
