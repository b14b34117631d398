import type { Ask } from '@atlas-engine/flow-interpreter';
import { deterministicUuid } from '@atlas-engine/simulation';
import type { ContactState } from '../contact.ts';
import type { Stage } from './stage.ts';

const related = (contact: ContactState, kind: string, { now }: Stage): ContactState => ({
  id: deterministicUuid('contact', contact.id, kind, String(contact.flow?.run.trace.length ?? 0)),
  instanceId: contact.instanceId,
  channel: 'VOICE',
  initiationMethod: 'CALLBACK',
  flowId: contact.flowId,
  relatedContactId: contact.id,
  campaign: false,
  persona: contact.persona,
  pickup: 'ANSWERED',
  initiatedAt: now,
  attributes: contact.attributes,
  lines: [],
  heard: 0,
  spoken: 0,
  spans: [],
  dues: [],
  recordings: [],
  updatedAt: now,
});

/** A task for agents; its flow starts when its time has come. */
export const taskContact = (
  contact: ContactState,
  ask: Ask & { kind: 'task' },
  stage: Stage,
): ContactState => ({
  ...related(contact, 'task', stage),
  channel: 'TASK',
  initiationMethod: 'FLOW',
  flowId: ask.flowId,
  name: ask.name,
  attributes: ask.attributes,
  dues: [{ kind: 'initiated', at: stage.now + ask.delay * 1000 }],
});

/** A call back: it waits in its queue, and the customer is called when an agent is free. */
export const callbackContact = (
  contact: ContactState,
  ask: Ask & { kind: 'callback' },
  stage: Stage,
): ContactState => ({
  ...related(contact, 'callback', stage),
  destination: ask.number,
  source: contact.source,
  queueId: ask.queueId,
  dues: [{ kind: 'queued', at: stage.now + ask.delay * 1000 }],
});
