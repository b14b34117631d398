import * as callLifecycle from '@atlas-engine/call-lifecycle';
import { AtlasError } from '@atlas-engine/domain';
import * as functionKit from '@atlas-engine/function-kit';
import * as interactionStore from '@atlas-engine/interaction-store';
import { workflowErrors } from '@atlas-engine/outreach-workflow';
import { interactionsKeys, taskTokensKeys } from '@atlas-engine/resource-names';
import * as salesforceClient from '@atlas-engine/salesforce-client';

type ErrorClass = new (...values: unknown[]) => AtlasError;

const isErrorClass = (value: unknown): value is ErrorClass =>
  typeof value === 'function' &&
  value.prototype instanceof AtlasError &&
  value !== salesforceClient.SalesforceError;

/** The errors that a step's function can throw, one of each class. */
function thrownErrors(): readonly AtlasError[] {
  const exports: Readonly<Record<string, unknown>> = {
    ...callLifecycle,
    ...functionKit,
    ...interactionStore,
    ...salesforceClient,
  };
  return Object.values(exports)
    .filter(isErrorClass)
    .map((Type) => new Type(...argumentsOf(Type.name)));
}

const argumentsOf = (type: string): readonly unknown[] => {
  if (type === 'TokenContentionError') return [{ requestId: 'r', sequence: 1 }, 1];
  if (type.startsWith('Salesforce')) return ['message', { retryable: true }];
  return ['first', type === 'InvalidEventError' ? [] : ['second'], 'third'];
};

describe('the tables', () => {
  it('have the same keys for those who create them and for those who use them', () => {
    const { partitionKey, sortKey, indexes } = interactionStore.interactionsTable;
    expect({ partitionKey, sortKey, indexes }).toEqual(interactionsKeys);
    const tokens = interactionStore.taskTokensTable;
    expect({ partitionKey: tokens.partitionKey, timeToLive: tokens.timeToLiveAttribute }).toEqual(
      taskTokensKeys,
    );
  });
});

describe("the workflow's error names", () => {
  const errors = thrownErrors();
  const names: readonly string[] = errors.map(({ name }) => name);
  const table: Readonly<Record<string, { readonly retry: string }>> = workflowErrors;

  it('are names of errors that functions throw, Lambda or Step Functions give', () => {
    const unknown = Object.keys(table).filter(
      (name) => !names.includes(name) && !/^(States|Lambda|Runtime|Sandbox)\./.test(name),
    );
    expect(unknown).toEqual([]);
  });

  it('are written in the class, so that a minified bundle throws the same', () => {
    expect(names.filter((name) => !/^[A-Z]\w+Error$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('hold every error that may pass', () => {
    const passing = errors.filter(({ retryable }) => retryable).map(({ name }) => name);
    expect(passing.length).toBeGreaterThan(3);
    expect(passing.filter((name) => !(name in table))).toEqual([]);
  });

  it('do not try again what never passes', () => {
    const lasting = errors.filter(({ name, retryable }) => !retryable && name in table);
    expect(lasting.filter(({ name }) => table[name]?.retry !== 'NEVER').map(({ name }) => name)).toEqual([]);
  });
});
