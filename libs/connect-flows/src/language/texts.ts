/** A text in a value, and the keys that lead to it. */
export interface TextAt {
  readonly path: readonly string[];
  readonly text: string;
}

/** Every text in a value of objects and lists. Keys are not among them. */
export function textsIn(value: unknown, path: readonly string[] = []): readonly TextAt[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, [...path, key]));
}
