import type { CallSummary, RequestId } from '@atlas-engine/domain';
import type {
  InteractionStore,
  RequestRecord,
  StoredTranscript,
  TimelineEntry,
} from '@atlas-engine/interaction-store';
import type { Cloud, TracedBlock } from '../cloud/cloud.ts';
import type { Executions } from './executions.ts';
import type { WorkflowStep } from './workflow-steps.ts';

/** What was said in a call, and how it was summed up. */
export interface Conversation {
  readonly sequence: number;
  readonly transcript: StoredTranscript | undefined;
  readonly summary: CallSummary | undefined;
  /** Its way through the contact flows; empty where it is not known. */
  readonly blocks: readonly TracedBlock[];
}

/** The story of one request. */
export interface RequestTimeline {
  readonly request: RequestRecord;
  /** Undefined when the workflow's history is not kept (any more). */
  readonly workflow: readonly WorkflowStep[] | undefined;
  readonly events: readonly TimelineEntry[];
  readonly conversations: readonly Conversation[];
}

/** Where the story of a request is read. */
export interface TimelineSources {
  readonly store: Pick<
    InteractionStore,
    'getRequest' | 'timeline' | 'listCalls' | 'getTranscript' | 'getSummary'
  >;
  readonly executions: Pick<Executions, 'steps'>;
  readonly trace: Cloud['trace'];
}

/** Everything that is known of a request; undefined when it is not known. */
export async function readTimeline(
  { store, executions, trace }: TimelineSources,
  requestId: RequestId,
): Promise<RequestTimeline | undefined> {
  const request = await store.getRequest(requestId);
  if (request === undefined) return undefined;
  const [workflow, events, calls] = await Promise.all([
    executions.steps(requestId),
    store.timeline(requestId),
    store.listCalls(requestId),
  ]);
  const conversations = await Promise.all(
    calls.map(async ({ sequence, contactId }) => {
      const key = { requestId, sequence };
      const [transcript, summary, blocks] = await Promise.all([
        store.getTranscript(key),
        store.getSummary(key),
        contactId === undefined ? [] : trace(contactId),
      ]);
      return { sequence, transcript, summary, blocks };
    }),
  );
  return { request, workflow, events, conversations };
}
