/** A route that fits a request, with what its path parameters stand for. */
export interface Match<R> {
  readonly route: R;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Fit<R> extends Match<R> {
  /** The higher the more specific, compared from the left. */
  readonly rank: readonly number[];
}

const literal = 3;
const parameter = 2;
const greedy = 1;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

interface Segment {
  readonly rank: number;
  /** Absent for a literal. */
  readonly name?: string;
  /** Undefined when the segment does not fit. */
  readonly value: string | undefined;
}

function fitSegment(part: string, given: readonly string[]): Segment {
  const [, name, plus] = /^\{([\w.-]+)(\+?)\}$/.exec(part) ?? [];
  const [first] = given;
  if (name === undefined) return { rank: literal, value: first === part ? part : undefined };
  const value = plus === '+' ? given.join('/') : first;
  return { rank: plus === '+' ? greedy : parameter, name, value: value === '' ? undefined : value };
}

/** The rank of each segment and its parameter; undefined when the path does not fit. */
function fitPath(pattern: string, path: string): Omit<Fit<unknown>, 'route'> | undefined {
  const wanted = pattern.split('/').slice(1);
  const given = path.split('/').slice(1);
  const segments = wanted.map((part, index) => fitSegment(part, given.slice(index)));
  const open = segments.at(-1)?.rank === greedy;
  if (segments.some(({ value }) => value === undefined) || (!open && wanted.length !== given.length))
    return undefined;
  const parameters = segments.flatMap(({ name, value }): [string, string][] =>
    name === undefined || value === undefined ? [] : [[name, decoded(value)]],
  );
  return { rank: segments.map(({ rank }) => rank), parameters: Object.fromEntries(parameters) };
}

function fit<R extends { readonly key: string }>(route: R, method: string, path: string): Fit<R> | undefined {
  if (route.key === '$default') return { route, rank: [0], parameters: {} };
  const [wanted = '', pattern = ''] = route.key.split(' ');
  if (wanted !== method && wanted !== 'ANY') return undefined;
  const found = fitPath(pattern, path);
  return found && { route, ...found, rank: [...found.rank, wanted === 'ANY' ? 0 : 1] };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/**
 * Finds the most specific route for a request: literals before parameters before `{proxy+}`, a method before `ANY`,
 * `$default` last.
 *
 * Source: API Gateway developer guide, "Create routes for HTTP APIs", "Routing API requests".
 *
 * @param path as sent, percent-encoded
 */
export function matchRoute<R extends { readonly key: string }>(
  routes: readonly R[],
  method: string,
  path: string,
): Match<R> | undefined {
  const fits = routes.flatMap((route) => fit(route, method, path) ?? []);
  return fits.sort((a, b) => compare(b.rank, a.rank))[0];
}
