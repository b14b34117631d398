import { AwsError } from './aws-error.ts';
import { isRecord } from './json-value.ts';

type Tree = Record<string, unknown>;

// Without a prototype, a member that is called `__proto__` is a member like any other.
const emptyTree = (): Tree => Object.create(null) as Tree;

const branch = (tree: Tree, name: string): Tree => {
  const existing = tree[name];
  if (isRecord(existing)) return existing;
  if (existing !== undefined)
    throw new AwsError('MalformedInput', `${name}: is both a value and a structure`);
  const made = emptyTree();
  tree[name] = made;
  return made;
};

const isListKey = (key: string): boolean => /^[1-9]\d*$/.test(key);

const unfolded = (value: unknown): unknown => {
  if (!isRecord(value)) return value;
  const keys = Object.keys(value);
  const [only = ''] = keys;
  if (keys.length === 1 && (only === 'member' || only === 'entry') && isRecord(value[only]))
    return unfolded(value[only]);
  if (keys.every(isListKey))
    return keys.sort((a, b) => Number(a) - Number(b)).map((key) => unfolded(value[key]));
  return Object.fromEntries(keys.map((key) => [key, unfolded(value[key])]));
};

/**
 * Turns the members of a query form (`Tags.member.1.Key=a`) into a structure, lists (`.member.N`, `.entry.N`,
 * `.N`) unfolded; `Action` and `Version` are left out.
 *
 * @throws AwsError MalformedInput when a member is both a value and a structure.
 */
export const unfoldForm = (form: URLSearchParams): Record<string, unknown> => {
  const root = emptyTree();
  for (const [path, value] of form) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    const holder = names.reduce(branch, root);
    if (isRecord(holder[last]))
      throw new AwsError('MalformedInput', `${path}: is both a value and a structure`);
    holder[last] = value;
  }
  return Object.fromEntries(
    Object.keys(root)
      .filter((name) => name !== 'Action' && name !== 'Version')
      .map((name) => [name, unfolded(root[name])]),
  );
};
