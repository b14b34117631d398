import type { Json, JsonObject } from '../json.ts';
import { HistoryFull } from './failure.ts';
import type { BranchRow, ExecutionRow, HistoryRow, TokenRow } from './rows.ts';
import type { Tables } from './tables.ts';
import { branchKey, historyKey } from './tables.ts';

/** The most events a history has; the last one is the failure that says so. */
export const mostEvents = 25_000;

/**
 * One atomic step of one execution: it sees the rows as they will be, and nothing is written before
 * {@link Transition.commit}, so that a flush at any moment finds a whole state.
 */
export interface Transition {
  readonly now: number;
  readonly execution: ExecutionRow;
  /** Branches that were put or removed, by id. */
  readonly touched: ReadonlyMap<string, BranchRow | undefined>;
  update(change: Partial<ExecutionRow>): void;
  find(branchId: string): BranchRow | undefined;
  put(branch: BranchRow): void;
  /** Removes a branch and all inside it, and closes their tokens. */
  remove(branchId: string): void;
  /** The branches inside one, in order, finished ones included. */
  children(branch: BranchRow): BranchRow[];
  openToken(token: string, row: Omit<TokenRow, 'open' | 'executionArn'>): void;
  closeToken(token: string | undefined): void;
  /** Adds an event and gives its id. @throws HistoryFull when there is no room but for the end. */
  record(event: NewEvent): number;
  commit(): void;
}

export interface NewEvent {
  readonly type: string;
  readonly previousEventId: number;
  /** Name of the details member without `EventDetails`, e.g. `stateEntered`. */
  readonly member?: string;
  readonly details?: Readonly<Record<string, Json | undefined>>;
}

const endings = ['ExecutionSucceeded', 'ExecutionFailed', 'ExecutionTimedOut', 'ExecutionAborted'];

const withoutAbsent = (details: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(
    Object.entries(details).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );

/** Begins a step of an execution at simulated time `now`. */
export const beginTransition = (tables: Tables, start: ExecutionRow, now: number): Transition => {
  const { executionArn } = start;
  let execution = start;
  const touched = new Map<string, BranchRow | undefined>();
  const events: HistoryRow[] = [];
  const tokens = new Map<string, TokenRow>();

  const find = (id: string): BranchRow | undefined =>
    touched.has(id) ? touched.get(id) : tables.branches.get(branchKey(executionArn, id));

  const children = ({ id, phase }: BranchRow): BranchRow[] => {
    const total = phase.kind === 'children' || phase.kind === 'joined' ? phase.total : 0;
    return Array.from({ length: total }, (_, index) => find(`${id}.${index}`)).filter(
      (row) => row !== undefined,
    );
  };

  const closeToken = (token: string | undefined): void => {
    const row = token === undefined ? undefined : (tokens.get(token) ?? tables.tokens.get(token));
    if (token !== undefined && row) tokens.set(token, { ...row, open: false });
  };

  const remove = (id: string): void => {
    const branch = find(id);
    if (!branch) return;
    for (const child of children(branch)) remove(child.id);
    if (branch.phase.kind === 'task') closeToken(branch.phase.token);
    touched.set(id, undefined);
  };

  const record = ({ type, previousEventId, member, details = {} }: NewEvent): number => {
    const id = execution.lastEventId + 1;
    if (id >= mostEvents && !endings.includes(type)) throw new HistoryFull(`no room for event ${id}`);
    execution = { ...execution, lastEventId: id };
    const value = withoutAbsent(details);
    events.push({
      id,
      previousEventId,
      timestamp: now,
      type,
      ...(member === undefined ? {} : { details: { member: `${member}EventDetails`, value } }),
    });
    return id;
  };

  return {
    now,
    get execution() {
      return execution;
    },
    touched,
    update: (change) => {
      execution = { ...execution, ...change };
    },
    find,
    put: (branch) => touched.set(branch.id, branch),
    remove,
    children,
    openToken: (token, row) => tokens.set(token, { ...row, executionArn, open: true }),
    closeToken,
    record,
    commit: () => {
      tables.executions.set(executionArn, execution);
      for (const event of events) tables.history.set(historyKey(executionArn, event.id), event);
      for (const [token, row] of tokens) tables.tokens.set(token, row);
      for (const [id, branch] of touched) {
        if (branch) tables.branches.set(branchKey(executionArn, id), branch);
        else tables.branches.delete(branchKey(executionArn, id));
      }
    },
  };
};
