import * as z from 'zod';
import type { Ask, FlowEnd, FlowEvent } from './ask.ts';
import type { FlowAction, LoadedFlow } from './flow-document.ts';
import { resolveMap, resolveText } from './references.ts';
import { type FlowRun, updateContact } from './run.ts';
import type { FlowContact } from './contact.ts';
import type { FlowWorld } from './world.ts';

/** How a block is left: by its default path, by an error, or by the first condition that a value meets. */
export type Branch = 'next' | { readonly error: string } | { readonly value: string };

/** What a block does next. `run` is the run after it, when it changed anything. */
export type Outcome = { readonly run?: FlowRun } & (
  | { readonly branch: Branch }
  | { readonly ask: Ask }
  | { readonly end: FlowEnd }
  /** Another flow takes over, for good or until it returns. */
  | { readonly enter: LoadedFlow; readonly returns: boolean }
  /** A module returns to the flow that invoked it. */
  | { readonly leave: true }
);

/** A block at work: its parameters, and helpers that read them. */
export interface Turn<P> {
  readonly parameters: P;
  readonly run: FlowRun;
  readonly action: FlowAction;
  readonly world: FlowWorld;
  readonly text: (value: string) => string;
  readonly map: (values: Readonly<Record<string, string>> | undefined) => Record<string, string>;
  /** The run with a changed contact. */
  readonly contact: (change: Partial<FlowContact>) => FlowRun;
}

interface Definition<S extends z.ZodType> {
  readonly parameters: S;
  start(turn: Turn<z.infer<S>>): Outcome;
  /** Without it, `done` goes on and `failed` takes the error branch. */
  resume?(turn: Turn<z.infer<S>>, event: FlowEvent): Outcome;
  /** Exports repeat another branch in `NextAction` of such a block: it is no path of its own. */
  readonly nextIsCopy?: boolean;
}

/** One action type as it runs, whatever its parameters are. */
export interface ActionRule {
  readonly nextIsCopy: boolean;
  /** What is wrong with a block's parameters; empty when they can be run. */
  problems(parameters: unknown): readonly string[];
  start(at: Site): Outcome;
  resume(at: Site, event: FlowEvent): Outcome;
}

interface Site {
  readonly run: FlowRun;
  readonly action: FlowAction;
  readonly world: FlowWorld;
}

export function defineAction<S extends z.ZodType>(definition: Definition<S>): ActionRule {
  const turn = ({ run, action, world }: Site): Turn<z.infer<S>> => ({
    parameters: definition.parameters.parse(action.Parameters ?? {}),
    run,
    action,
    world,
    text: (value) => resolveText(value, run),
    map: (values) => resolveMap(values ?? {}, run),
    contact: (change) => updateContact(run, change),
  });
  return {
    nextIsCopy: definition.nextIsCopy ?? false,
    problems(parameters) {
      const parsed = definition.parameters.safeParse(parameters ?? {});
      if (parsed.success) return [];
      return parsed.error.issues.map(({ path, message }) => `Parameters.${path.join('.')}: ${message}`);
    },
    start: (at) => definition.start(turn(at)),
    resume: (at, event) => definition.resume?.(turn(at), event) ?? goOn(event),
  };
}

export const failed = (error = 'NoMatchingError'): Outcome => ({ branch: { error } });

/** The branch of an event that a block does not expect: what failed names its own. */
export const failedBy = (event: FlowEvent): Outcome =>
  failed(event.kind === 'failed' ? event.error : undefined);

/** What most blocks do with what came of their question. */
export const goOn = (event: FlowEvent): Outcome =>
  event.kind === 'done' ? { branch: 'next' } : failedBy(event);

/** Next when something was found and changed, else the error branch. */
export const nextIf = (run: FlowRun | undefined): Outcome =>
  run === undefined ? failed() : { branch: 'next', run };

/** A number as the flow language writes it: a string, possibly a reference. */
export const numeric = z.union([z.string(), z.number()]).transform(String);
export const texts = z.record(z.string(), z.string());
