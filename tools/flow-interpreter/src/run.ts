import type { FlowContact } from './contact.ts';
import type { LoadedFlow } from './flow-document.ts';

/** One block that was left, and how: `next`, `NoMatchingError`, `Equals 1`, or `end` when the flow ended there. */
export interface TraceEntry {
  /** Epoch milliseconds of simulated time. */
  readonly at: number;
  readonly flowId: string;
  readonly block: string;
  readonly type: string;
  readonly branch: string;
}

/** What a Lex bot left behind, as `$.Lex` reads it. */
export interface LexResult {
  readonly IntentName: string;
  readonly DialogState: string;
  readonly Slots: Readonly<Record<string, string>>;
  readonly SessionAttributes: Readonly<Record<string, string>>;
  readonly IntentConfidence: { readonly Score: string };
}

interface Caller {
  readonly flowId: string;
  readonly block: string;
  readonly flowAttributes: Readonly<Record<string, string>>;
}

/** Where a contact is in its flows, and all that blocks have left behind. JSON: it can be stored between two events. */
export interface FlowRun {
  readonly contact: FlowContact;
  readonly flowId: string;
  readonly block: string;
  /** Whether the block has asked and waits for its event. */
  readonly asked: boolean;
  /** The flows that invoked the module under way, outermost first. */
  readonly callers: readonly Caller[];
  readonly flowAttributes: Readonly<Record<string, string>>;
  readonly external: Readonly<Record<string, unknown>>;
  readonly storedInput?: string | undefined;
  readonly lex?: LexResult | undefined;
  readonly metrics: Readonly<Record<string, unknown>>;
  /** How often each loop has gone round, by flow and block. */
  readonly loops: Readonly<Record<string, number>>;
  readonly trace: readonly TraceEntry[];
}

/** A contact at the first block of a flow. */
export const startRun = (flow: LoadedFlow, contact: FlowContact): FlowRun => ({
  contact,
  flowId: flow.id,
  block: flow.start,
  asked: false,
  callers: [],
  flowAttributes: {},
  external: {},
  metrics: {},
  loops: {},
  trace: [],
});

export const updateContact = (run: FlowRun, change: Partial<FlowContact>): FlowRun => ({
  ...run,
  contact: { ...run.contact, ...change },
});
