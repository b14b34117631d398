import { isJsonObject } from './json-shape.ts';

type Step = string | number;

const stepPattern = /\.([^.[\]'"\s*]+)|\[(\d+)\]|\['([^'\]]+)'\]|\["([^"\]]+)"\]/y;

const stepOf = ([, dotted, index, single, double]: RegExpExecArray): Step =>
  index === undefined ? (dotted ?? single ?? double ?? '') : Number(index);

/** Reads `$.a.b[0]['c d']`; undefined when it is anything else: wildcards, slices and filters are not known. */
export const parseJsonPath = (path: string): readonly Step[] | undefined => {
  if (!path.startsWith('$')) return undefined;
  const steps: Step[] = [];
  stepPattern.lastIndex = 1;
  while (stepPattern.lastIndex < path.length) {
    const found = stepPattern.exec(path);
    if (found === null) return undefined;
    steps.push(stepOf(found));
  }
  return steps;
};

/** What a path leads to; undefined when there is nothing. */
export const valueAt = (value: unknown, path: string): unknown =>
  parseJsonPath(path)?.reduce<unknown>((current, step) => {
    if (typeof step === 'number') return Array.isArray(current) ? current[step] : undefined;
    return isJsonObject(current) && Object.hasOwn(current, step) ? current[step] : undefined;
  }, value);
