export { advance, type Advanced } from './advance.ts';
export type { Ask, FlowEnd, FlowEvent, Message, Progress } from './ask.ts';
export { newContact } from './contact.ts';
export type {
  AgentView,
  Endpoint,
  FlowContact,
  NewContact,
  QueueView,
  RecordingBehavior,
} from './contact.ts';
export { branchesOf, coverageOf, type FlowBranch, type FlowCoverage } from './coverage.ts';
export type { LoadedFlow } from './flow-document.ts';
export { FlowLoadError } from './flow-load-error.ts';
export { loadFlow, type FlowSource } from './load-flow.ts';
export { startRun, updateContact, type FlowRun, type LexResult, type TraceEntry } from './run.ts';
export type { FlowWorld, MetricTarget, MetricType } from './world.ts';
