import { AwsError } from './aws-error.ts';

/** A path such as `/contacts/{InstanceId}/{ContactId}`; `{Name+}` takes the rest of the path, slashes included. */
export interface PathTemplate {
  readonly pattern: RegExp;
  /**
   * The decoded parameters, or undefined when the path does not match.
   *
   * @throws AwsError ValidationException when a parameter is not percent-encoded text.
   */
  match(path: string): Record<string, string> | undefined;
  /** How many segments are literal: of two templates that match, the more literal one is meant. */
  readonly literals: number;
}

const patternOf = (segment: string): string => {
  const name = /^\{(\w+)(\+?)\}$/.exec(segment);
  if (!name) return segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return name[2] === '+' ? '(.+)' : '([^/]+)';
};

const decoded = (name: string, value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    throw new AwsError('ValidationException', `${name}: is not percent-encoded text`);
  }
};

/** Compiles a template once, for many requests. A slash at the end of a path makes no difference. */
export const pathTemplate = (template: string): PathTemplate => {
  const segments = template.split('/').filter((segment) => segment !== '');
  const names = segments.flatMap((segment) => /^\{(\w+)\+?\}$/.exec(segment)?.[1] ?? []);
  const pattern = new RegExp(`^/${segments.map(patternOf).join('/')}/?$`);
  return {
    pattern,
    literals: segments.length - names.length,
    match: (path) => {
      const found = pattern.exec(path);
      if (!found) return undefined;
      return Object.fromEntries(names.map((name, index) => [name, decoded(name, found[index + 1] ?? '')]));
    },
  };
};
