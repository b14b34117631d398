import type { Collection, StateStore } from '@atlas-engine/simulation';
import type { BranchRow, ExecutionRow, HistoryRow, TokenRow } from './rows.ts';

/** Where executions are kept. Rows are never changed in place. */
export interface Tables {
  readonly executions: Collection<ExecutionRow>;
  /** Only of running executions. */
  readonly branches: Collection<BranchRow>;
  readonly history: Collection<HistoryRow>;
  readonly tokens: Collection<TokenRow>;
  /** Texts of the definitions that executions run, by hash. */
  readonly definitions: Collection<string>;
}

export const openTables = (store: StateStore): Tables => ({
  executions: store.collection('states/executions'),
  branches: store.collection('states/branches'),
  history: store.collection('states/history'),
  tokens: store.collection('states/tokens'),
  definitions: store.collection('states/definitions'),
});

const idDigits = 6;

/** Key of an event: `<executionArn>#<id>`, padded so that keys sort as events do. */
export const historyKey = (executionArn: string, id: number): string =>
  `${executionArn}#${String(id).padStart(idDigits, '0')}`;

/** Key of a branch of an execution. */
export const branchKey = (executionArn: string, id: string): string => `${executionArn}#${id}`;

/** Removes an execution that has ended, and its history, so that its name can be used again. */
export const forgetExecution = (tables: Tables, executionArn: string): void => {
  const { lastEventId = 0 } = tables.executions.get(executionArn) ?? {};
  for (let id = 1; id <= lastEventId; id += 1) tables.history.delete(historyKey(executionArn, id));
  tables.executions.delete(executionArn);
};
