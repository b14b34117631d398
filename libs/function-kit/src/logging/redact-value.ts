import { isError } from '../is-error.ts';
import { isSensitiveKey, redacted, redactForLog } from './redaction.ts';

/** What JSON can say. */
export type Loggable =
  string | number | boolean | null | readonly Loggable[] | { readonly [key: string]: Loggable };

const depthLimit = 8;
const entryLimit = 100;
const jsonLimit = 16_384;

interface Walk {
  readonly above: readonly object[];
  readonly stacks: boolean;
}

// Ten to twelve digits are the length of a telephone number; epoch milliseconds have thirteen.
const looksLikePhone = (value: number): boolean =>
  Number.isInteger(value) && Math.abs(value) >= 1e9 && Math.abs(value) < 1e12;

function redactNumber(value: number): Loggable {
  if (looksLikePhone(value)) return redacted;
  return Number.isFinite(value) ? value : String(value);
}

/** A property's value; a getter that throws is no reason to lose the line. */
function read(value: object, key: string): unknown {
  try {
    return (value as Record<string, unknown>)[key];
  } catch {
    return '[unreadable]';
  }
}

function redactEntries(entries: readonly (readonly [string, unknown])[], walk: Walk): Loggable {
  const result: Record<string, Loggable> = {};
  for (const [key, entry] of entries.slice(0, entryLimit)) {
    if (entry === undefined) continue;
    result[redactForLog(key)] = isSensitiveKey(key) && entry !== null ? redacted : redact(entry, walk);
  }
  if (entries.length > entryLimit) result['…'] = entries.length - entryLimit;
  return result;
}

function redactError(error: Error, walk: Walk): Loggable {
  const metadata = read(error, '$metadata') as { httpStatusCode?: unknown; requestId?: unknown } | undefined;
  const rest = redactEntries(
    [
      ['code', read(error, 'code')],
      ['details', read(error, 'details')],
      ['httpStatus', metadata?.httpStatusCode],
      ['awsRequestId', metadata?.requestId],
      ['errors', read(error, 'errors')],
      ['cause', error.cause],
    ],
    walk,
  );
  const described = {
    name: redactForLog(error.name),
    message: redactForLog(error.message),
    ...(rest as object),
  };
  return walk.stacks && error.stack !== undefined
    ? { ...described, stack: redactForLog(error.stack) }
    : described;
}

/** The entries of what has names; undefined for what is a list. */
function namedEntries(value: object): (readonly [string, unknown])[] | undefined {
  if (value instanceof Map) return [...value].map(([key, entry]) => [String(key), entry]);
  if (Array.isArray(value) || value instanceof Set) return undefined;
  return Object.keys(value).map((key) => [key, read(value, key)]);
}

function redactTree(value: object, walk: Walk): Loggable {
  if (walk.above.includes(value)) return '[circular]';
  if (walk.above.length >= depthLimit) return '[too deep]';
  const inner = { ...walk, above: [...walk.above, value] };
  if (isError(value)) return redactError(value, inner);
  const entries = namedEntries(value);
  if (entries !== undefined) return redactEntries(entries, inner);
  return [...(value as Iterable<unknown>)].slice(0, entryLimit).map((entry) => redact(entry, inner));
}

function redactObject(value: object, walk: Walk): Loggable {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${String(value.byteLength)} bytes]`;
  return redactTree(value, walk);
}

/** Text that is JSON is redacted by the names in it too. */
function redactString(text: string, walk: Walk): Loggable {
  if (!/^\s*[[{]/.test(text) || text.length > jsonLimit) return redactForLog(text);
  try {
    return redactForLog(JSON.stringify(redact(JSON.parse(text), { ...walk, above: [...walk.above, walk] })));
  } catch {
    return redactForLog(text);
  }
}

function redact(value: unknown, walk: Walk): Loggable {
  if (typeof value === 'string') return redactString(value, walk);
  if (typeof value === 'number') return redactNumber(value);
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'object') return redactObject(value, walk);
  return typeof value === 'bigint' ? redactForLog(value.toString()) : `[${typeof value}]`;
}

/** A copy of a line's fields that is safe to log, whatever they hold. `stacks`: errors keep their stack. */
export function redactFields(fields: object, stacks: boolean): object {
  try {
    return redactEntries(Object.entries(fields), { above: [], stacks }) as object;
  } catch {
    // A line must never break the work that it tells of (a hostile proxy, an error without a message).
    return { fields: '[unloggable]' };
  }
}
