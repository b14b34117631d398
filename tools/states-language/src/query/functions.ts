import { createHash, randomUUID } from 'node:crypto';
import type jsonata from 'jsonata';
import { QueryFunctionError } from './query-error.ts';

const algorithms: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};
const longestRange = 500_000;

const partition = (items: unknown[] | undefined, size: number | undefined): unknown[][] | undefined => {
  if (items === undefined || size === undefined) return undefined;
  if (!Number.isInteger(size) || size < 1)
    throw new QueryFunctionError(`$partition: the chunk size must be a whole number from 1, was ${size}`);
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
};

const range = (...bounds: (number | undefined)[]): number[] | undefined => {
  const [start, end, step] = bounds;
  if (start === undefined || end === undefined || step === undefined) return undefined;
  if (![start, end, step].every(Number.isInteger) || step === 0)
    throw new QueryFunctionError('$range: start, end and step must be whole numbers, and step not 0');
  const count = Math.max(0, Math.floor((end - start) / step) + 1);
  if (count > longestRange)
    throw new QueryFunctionError(`$range: at most ${longestRange} items, was ${count}`);
  return Array.from({ length: count }, (_, index) => start + index * step);
};

const hash = (content: string | undefined, algorithm: string | undefined): string | undefined => {
  if (content === undefined || algorithm === undefined) return undefined;
  const known = algorithms[algorithm];
  if (known === undefined)
    throw new QueryFunctionError(
      `$hash: the algorithm must be one of ${Object.keys(algorithms).join(', ')}, was ${algorithm}`,
    );
  return createHash(known).update(content).digest('hex');
};

const parse = (text: string | undefined): unknown => {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new QueryFunctionError('$parse: the text is not JSON');
  }
};

/** Adds the functions that Step Functions has beside JSONata's own; `$eval` is not available there. */
export const registerFunctions = (expression: jsonata.Expression): void => {
  expression.registerFunction('partition', partition, '<an:a>');
  expression.registerFunction('range', range, '<nnn:a>');
  expression.registerFunction('hash', hash, '<ss:s>');
  expression.registerFunction('parse', parse, '<s:x>');
  expression.registerFunction('uuid', () => randomUUID(), '<:s>');
  expression.assign('eval', undefined);
};
