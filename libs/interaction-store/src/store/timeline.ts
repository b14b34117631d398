import type { CallKey, DialDecision, RequestId } from '@atlas-engine/domain';
import { fromIso, toIso } from '@atlas-engine/domain';
import { eventWrite } from '../items/event-item.ts';
import { requestKey, requestPartition } from '../items/keys.ts';
import { parseItem } from '../items/parse-item.ts';
import { storedCallSchema } from '../items/stored-call.ts';
import { callEntries, requestEntries } from '../items/timeline-entries.ts';
import type { RequestEvent, Timeline } from '../ports/timeline.ts';
import type { TimelineEntry } from '../records.ts';
import { requestRecordSchema, timelineEntrySchema } from '../records.ts';
import type { Item } from '../storage/item-storage.ts';
import { textOf } from '../storage/item-storage.ts';
import type { StoreContext } from './commit.ts';

function decisionDetails(decision: DialDecision): NonNullable<RequestEvent['details']> {
  switch (decision.kind) {
    case 'DIAL':
      return { decision: 'DIAL', zones: decision.zones };
    case 'WAIT':
      return { decision: 'WAIT', reason: decision.reason, until: toIso(decision.until) };
    case 'REFUSE':
      return { decision: 'REFUSE', reason: decision.reason };
  }
}

function entriesOf(id: RequestId, item: Item): readonly TimelineEntry[] {
  const key = { ...requestKey(id), SK: textOf(item, 'SK') };
  if (key.SK.startsWith('EVENT#')) return [parseItem(timelineEntrySchema, key, item)];
  if (key.SK.startsWith('CALL#')) return callEntries(parseItem(storedCallSchema, key, item));
  return item['request'] === undefined ? [] : requestEntries(parseItem(requestRecordSchema, key, item));
}

/** Events and milestones of a request. */
export function storedTimeline({ storage }: StoreContext): Timeline {
  const appendEvent = async (event: RequestEvent): Promise<void> => {
    await storage.write([eventWrite(event)]);
  };

  return {
    appendEvent,

    recordDecision: ({ requestId, sequence }: CallKey, decision, at) =>
      appendEvent({ requestId, sequence, at, kind: 'DIAL_DECIDED', details: decisionDetails(decision) }),

    timeline: async (id) => {
      // Calls, events and the request lie next to each other; summaries and transcripts come after them.
      const items = await storage.readPartition({ PK: requestPartition(id), from: 'CALL#', to: 'REQUEST' });
      return items.flatMap((item) => entriesOf(id, item)).sort((a, b) => fromIso(a.at) - fromIso(b.at));
    },
  };
}
