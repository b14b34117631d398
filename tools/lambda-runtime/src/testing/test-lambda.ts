import type { FaultPlan, ManualClock, StateStore } from '@atlas-engine/simulation';
import { createManualClock, createMemoryStore } from '@atlas-engine/simulation';
import { join } from 'node:path';
import type { FunctionSpec, InvokeResult, Lambda, LambdaOptions } from '../index.ts';
import { createLambda } from '../index.ts';

export const account = { region: 'us-east-1', accountId: '123456789012' };
export const fixtures = join(import.meta.dirname, '..', 'fixtures');

/** A function whose handler is an export of the fixtures, under the export's name. */
export const specOf = (handler: string, changes: Partial<FunctionSpec> = {}): FunctionSpec => ({
  name: handler,
  codeDirectory: fixtures,
  handler: `handlers.${handler}`,
  runtime: 'nodejs24.x',
  environment: {},
  timeoutSeconds: 10,
  memoryMb: 512,
  roleArn: 'arn:aws:iam::123456789012:role/test',
  ...changes,
});

/** What a function answers that fails. */
export interface ErrorAnswer {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/** What fixtures answer, where tests read single members; all others are expected to fail. */
interface Answers {
  readonly echo: {
    readonly event: unknown;
    readonly calls: number;
    readonly pid: number;
    readonly requestId: string;
  };
  readonly describeContext: { readonly logStreamName: string; readonly remaining: number };
  readonly environment: Readonly<Record<string, string>>;
  readonly tellTime: Readonly<
    Record<'loadedAt' | 'now' | 'constructed' | 'called' | 'subclass', number> &
      Record<'formatted' | 'reference' | 'parts', string>
  >;
  readonly changing: readonly [text: string, pid: number];
}

type AnswerOf<H extends string> = H extends keyof Answers ? Answers[H] : ErrorAnswer;

export interface TestLambda {
  readonly lambda: Lambda;
  readonly clock: ManualClock;
  readonly store: StateStore;
  readonly lines: { readonly functionName: string; readonly requestId: string; readonly line: string }[];
  /** Registers a fixture and gives what invokes it and waits. */
  readonly given: <H extends string>(
    handler: H,
    changes?: Partial<FunctionSpec>,
  ) => (event?: unknown) => Promise<InvokeResult & { readonly answer: AnswerOf<H> }>;
}

const open = new Set<Lambda>();

afterEach(async () => {
  const lambdas = [...open];
  open.clear();
  await Promise.all(lambdas.map((lambda) => lambda.close()));
});

/** Makes a Lambda on a clock that stands still; it is closed after the test. */
export const testLambda = (options: Partial<LambdaOptions> & { clock?: ManualClock } = {}): TestLambda => {
  const clock = options.clock ?? createManualClock();
  const store = options.store ?? createMemoryStore();
  const lines: TestLambda['lines'] = [];
  const lambda = createLambda({
    ...account,
    endpointUrl: () => 'http://127.0.0.1:9',
    logs: (functionName, requestId, line) => lines.push({ functionName, requestId, line }),
    credentialsFor: (functionName) => ({
      accessKeyId: `KEY-${functionName}`,
      secretAccessKey: 'secret',
      sessionToken: 'session',
    }),
    ...options,
    clock,
    store,
  });
  open.add(lambda);
  return {
    lambda,
    clock,
    store,
    lines,
    given: <H extends string>(handler: H, changes?: Partial<FunctionSpec>) => {
      const spec = specOf(handler, changes);
      lambda.registerFunction(spec);
      return async (event = {}) => {
        const result = await lambda.invoke(spec.name, JSON.stringify(event), { type: 'RequestResponse' });
        return { ...result, answer: JSON.parse(result.payload) as AnswerOf<H> };
      };
    },
  };
};

/** Waits until something has come about, without a bound: the test's own is enough. */
export const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) {
    await new Promise((resolve) => {
      setTimeout(resolve, 2);
    });
  }
};

/** Lets what is under way in this process get on, without moving the clock. */
export const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
};

/** The name of a refusal, for tests that collect them. */
export const nameOf = (error: unknown): string => (error as Error).name;

/** A fault plan that gives the listed faults to the first calls, then none. */
export const scriptedFaults = (
  kinds: readonly ReturnType<FaultPlan['call']>['kind'][],
  changes: Partial<FaultPlan> = {},
): FaultPlan => {
  const left = [...kinds];
  return {
    call: () => ({ kind: left.shift() ?? 'none' }),
    deliveries: () => 1,
    delay: () => 0,
    lost: () => false,
    ...changes,
  };
};
