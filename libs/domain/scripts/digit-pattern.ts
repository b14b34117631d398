/**
 * A pattern of a numbering plan, followed digit by digit: which numbers may still come after a prefix. The patterns
 * use digits, classes, `\d`, groups, alternatives and counted repetition; anything else is refused.
 */
export interface DigitPattern {
  /** The pattern after one more digit; undefined when no number of the pattern begins so. */
  after(digit: number): DigitPattern | undefined;
}

/** A node consumes one of its digits and goes on to `next`; without digits it is passed at no cost. */
interface Node {
  readonly digits: ReadonlySet<number> | undefined;
  readonly next: Node[];
}

type Fragment = (end: Node) => Node;

const pass = (next: Node[]): Node => ({ digits: undefined, next });

export function compileDigitPattern(source: string): DigitPattern {
  const end = pass([]);
  const start = new Parser(source).parse()(end);
  return patternAt(reach([start]));
}

/** All consuming nodes (and the end) that lie behind the free ones. */
function reach(nodes: readonly Node[]): ReadonlySet<Node> {
  const seen = new Set<Node>();
  const waiting = [...nodes];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.digits === undefined) waiting.push(...node.next);
  }
  return seen;
}

const patternAt = (nodes: ReadonlySet<Node>): DigitPattern => ({
  after(digit) {
    const next = reach([...nodes].filter((node) => node.digits?.has(digit)).flatMap((node) => node.next));
    return next.size === 0 ? undefined : patternAt(next);
  },
});

class Parser {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  parse(): Fragment {
    const fragment = this.#alternatives();
    if (this.#at < this.#source.length) this.#refuse();
    return fragment;
  }

  #alternatives(): Fragment {
    const branches = [this.#sequence()];
    while (this.#take('|')) branches.push(this.#sequence());
    return (end) => pass(branches.map((branch) => branch(end)));
  }

  #sequence(): Fragment {
    const parts: Fragment[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#peek()))
      parts.push(this.#repeated(this.#atom()));
    return (end) => parts.reduceRight((next, part) => part(next), end);
  }

  #atom(): Fragment {
    if (this.#take('(?:')) {
      const group = this.#alternatives();
      if (!this.#take(')')) this.#refuse();
      return group;
    }
    const digits = this.#digits();
    return (end) => ({ digits, next: [end] });
  }

  #digits(): ReadonlySet<number> {
    if (this.#take('\\d')) return new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const [text, list, single] = /^(?:\[([\d-]+)\]|(\d))/.exec(this.#source.slice(this.#at)) ?? [];
    if (text === undefined) this.#refuse();
    this.#at += text.length;
    if (list === undefined) return new Set([Number(single)]);
    const ranges = list.match(/\d-\d|\d/g) ?? [];
    return new Set(ranges.flatMap((range) => span(Number(range[0]), Number(range.at(-1)))));
  }

  #repeated(fragment: Fragment): Fragment {
    if (this.#take('?')) return repeat(fragment, 0, 1);
    const [text, min, max] = /^\{(\d+)(?:,(\d+))?\}/.exec(this.#source.slice(this.#at)) ?? [];
    if (text === undefined) return fragment;
    this.#at += text.length;
    return repeat(fragment, Number(min), Number(max ?? min));
  }

  #peek(): string {
    return this.#source.charAt(this.#at);
  }

  #take(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #refuse(): never {
    throw new UnknownPatternError(
      `Cannot read the pattern ${this.#source} at character ${String(this.#at)}.`,
    );
  }
}

const span = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const repeat =
  (fragment: Fragment, min: number, max: number): Fragment =>
  (end) =>
    span(1, max).reduceRight(
      (next, count) => (count > min ? pass([fragment(next), end]) : fragment(next)),
      end,
    );

/** A pattern uses an element that this reader does not know. */
export class UnknownPatternError extends Error {
  override readonly name = 'UnknownPatternError';
}
