/** What an expression refers to, as far as the service restricts it. */
export interface References {
  /** Names and symbols that need a context item, which no expression has: `phone`, `$`, `$$`, `*`. */
  readonly topLevel: readonly string[];
  readonly errorOutput: boolean;
  /** Whether the context object is read, where alone the task token is. */
  readonly context: boolean;
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
/** Parts of a node that are evaluated with an item as context. */
const withItem = new Set(['predicate', 'stages', 'group', 'pattern', 'update', 'delete']);

const contextNeed = ({ type, value }: Node): string | undefined => {
  if (type === 'name') return String(value);
  if (type === 'variable' && value === '') return '$';
  if (type === 'wildcard') return '*';
  return type === 'descendant' ? '**' : undefined;
};

const statesMember = (steps: readonly unknown[]): unknown => {
  const [first, second] = steps;
  const ofStates = isNode(first) && first['type'] === 'variable' && first['value'] === 'states';
  return ofStates && isNode(second) ? second['value'] : undefined;
};

/** Walks a parsed expression. */
export const findReferences = (ast: unknown): References => {
  const topLevel = new Set<string>();
  const members = new Set<unknown>();

  const visit = (value: unknown, atRoot: boolean): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, atRoot);
      return;
    }
    if (!isNode(value)) return;
    const need = contextNeed(value);
    if (need !== undefined && atRoot) topLevel.add(need);
    if (value['type'] === 'variable' && value['value'] === '$') topLevel.add('$$');
    visitParts(value, atRoot);
  };

  const visitParts = (node: Node, atRoot: boolean): void => {
    const steps = listOf(node['steps']);
    members.add(statesMember(steps));
    for (const [index, step] of steps.entries()) visit(step, atRoot && index === 0);
    for (const [key, part] of Object.entries(node))
      if (key !== 'steps') visit(part, atRoot && !withItem.has(key));
  };

  visit(ast, true);
  return {
    topLevel: [...topLevel],
    errorOutput: members.has('errorOutput'),
    context: members.has('context'),
  };
};
