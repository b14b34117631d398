/** Values of decimal prefixes; a number's value is that of its longest prefix. */
export type PrefixTable = ReadonlyMap<string, string>;

interface TrieNode {
  value: string | undefined;
  readonly children: Map<string, TrieNode>;
}

const digits = '0123456789'.split('');

const emptyNode = (): TrieNode => ({ value: undefined, children: new Map() });

function trieOf(table: PrefixTable): TrieNode {
  const root = emptyNode();
  for (const [prefix, value] of table) {
    let node = root;
    for (const digit of prefix) {
      const next = node.children.get(digit) ?? emptyNode();
      node.children.set(digit, next);
      node = next;
    }
    node.value = value;
  }
  return root;
}

/**
 * The smallest table with the same value for every number: optimal route table construction (Draves et al., 1999)
 * with ten branches. `absent` is the value of a number without an entry.
 */
export function smallestTable(table: PrefixTable, absent: string): PrefixTable {
  const candidates = new Map<TrieNode, ReadonlySet<string>>();
  const root = trieOf(table);
  collect(root, absent, candidates);
  const smallest = new Map<string, string>();
  emit({ node: root, prefix: '', inherited: absent, above: absent }, candidates, smallest);
  return smallest;
}

/** The values that a node may carry at the least cost: those that most of its branches can share. */
function collect(
  node: TrieNode,
  inherited: string,
  candidates: Map<TrieNode, ReadonlySet<string>>,
): ReadonlySet<string> {
  const own = node.value ?? inherited;
  let best: ReadonlySet<string> = new Set([own]);
  if (node.children.size > 0) {
    const votes = new Map<string, number>();
    for (const digit of digits) {
      const child = node.children.get(digit);
      const values = child === undefined ? [own] : collect(child, own, candidates);
      for (const value of values) votes.set(value, (votes.get(value) ?? 0) + 1);
    }
    const most = Math.max(...votes.values());
    best = new Set([...votes].filter(([, count]) => count === most).map(([value]) => value));
  }
  candidates.set(node, best);
  return best;
}

interface Emission {
  readonly node: TrieNode;
  readonly prefix: string;
  /** The value that the smaller table gives here without an entry. */
  readonly inherited: string;
  /** The value that the given table has just above. */
  readonly above: string;
}

function emit(
  { node, prefix, inherited, above }: Emission,
  candidates: ReadonlyMap<TrieNode, ReadonlySet<string>>,
  into: Map<string, string>,
): void {
  const own = node.value ?? above;
  const possible = candidates.get(node) ?? new Set([own]);
  const chosen = possible.has(inherited) ? inherited : firstOf(possible, own);
  if (chosen !== inherited) into.set(prefix, chosen);
  if (node.children.size === 0) return;
  for (const digit of digits) {
    const child = node.children.get(digit) ?? emptyNode();
    emit({ node: child, prefix: prefix + digit, inherited: chosen, above: own }, candidates, into);
  }
}

/** In one order, so that the same table always gives the same smallest one. */
const firstOf = (values: ReadonlySet<string>, otherwise: string): string =>
  [...values].sort()[0] ?? otherwise;
