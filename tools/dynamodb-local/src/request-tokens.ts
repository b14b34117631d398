import { AwsError, isRecord } from '@atlas-engine/aws-wire';
import { createHash } from 'node:crypto';
import { validationError } from './dynamo-error.ts';
import type { BatchStep, Input, Store } from './dynalite-modules.js';

/** A transaction that went through. */
interface Remembered {
  readonly at: number;
  readonly hash: string;
  readonly output: Record<string, unknown>;
}

/** Remembers transactions by their ClientRequestToken, so that a repeated one has no second effect. */
export interface RequestTokens {
  /**
   * The answer of the same request, if it went through within ten minutes.
   *
   * @throws AwsError IdempotentParameterMismatchException, or TransactionInProgressException while it runs.
   */
  answered(token: string, request: Input): Record<string, unknown> | undefined;
  /** Keeps the token as running until `work` has ended. */
  running<T>(token: string, work: () => Promise<T>): Promise<T>;
  /** What to write together with the transaction's effect, and what to do once it is written. */
  entry(token: string, request: Input, output: Record<string, unknown>): TokenEntry;
}

export interface TokenEntry {
  readonly steps: BatchStep[];
  keep(): void;
}

/** For a transaction without a token. */
export const noEntry: TokenEntry = { steps: [], keep: () => undefined };

const rememberedFor = 10 * 60_000;
const prefix = 'token~';

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, canonical(value[key])]),
  );
};

const hashOf = (request: Input): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(request['TransactItems'])))
    .digest('hex');

/** Reads what earlier runs of the process have remembered. */
export const loadRequestTokens = async (store: Store, now: () => number): Promise<RequestTokens> => {
  const remembered = new Map<string, Remembered>();
  const inProgress = new Set<string>();
  const earlier: [string, Remembered][] = [];
  for await (const [key, value] of store.db.iterator({ gte: prefix, lt: `${prefix}\xff` }))
    earlier.push([key.slice(prefix.length), value as Remembered]);
  for (const [token, entry] of earlier.sort(([, a], [, b]) => a.at - b.at)) remembered.set(token, entry);

  const isFresh = ({ at }: Remembered): boolean => now() - at < rememberedFor;
  const stale = (): string[] => {
    const old: string[] = [];
    for (const [token, entry] of remembered) {
      if (isFresh(entry)) break;
      old.push(token);
    }
    return old;
  };

  return {
    answered: (token, request) => {
      if (token.length > 36) throw validationError('ClientRequestToken: must have at most 36 characters');
      if (inProgress.has(token))
        throw new AwsError(
          'TransactionInProgressException',
          'The transaction with the given request token is already in progress.',
        );
      const entry = remembered.get(token);
      if (!entry || !isFresh(entry)) return undefined;
      if (entry.hash === hashOf(request)) return entry.output;
      throw new AwsError(
        'IdempotentParameterMismatchException',
        'DynamoDB rejected the request because you retried a request with a different payload but with an idempotent token that was already used.',
      );
    },
    running: async (token, work) => {
      inProgress.add(token);
      try {
        return await work();
      } finally {
        inProgress.delete(token);
      }
    },
    entry: (token, request, output) => {
      const old = stale();
      const entry = { at: now(), hash: hashOf(request), output };
      const forget = old.map((key): BatchStep => ({ type: 'del', key: prefix + key }));
      return {
        steps: [...forget, { type: 'put', key: prefix + token, value: entry }],
        keep: () => {
          for (const key of [...old, token]) remembered.delete(key);
          remembered.set(token, entry);
        },
      };
    },
  };
};
