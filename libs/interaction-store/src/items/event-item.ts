import { toIso } from '@atlas-engine/domain';
import { createHash } from 'node:crypto';
import type { RequestEvent } from '../ports/timeline.ts';
import type { ItemWrite } from '../storage/item-storage.ts';
import { eventKey } from './keys.ts';

const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);

/**
 * An event as an item. Its key follows from its content, so that a repeat writes the same item again: no condition
 * is needed, and none can fail a transaction that the event is part of.
 */
export function eventWrite(event: RequestEvent): ItemWrite {
  const at = toIso(event.at);
  const { kind, sequence, details } = event;
  return {
    key: eventKey(event.requestId, at, `${kind}.${digest([sequence ?? 0, details ?? {}])}`),
    expect: {},
    set: {
      at,
      kind,
      sequence,
      details,
    },
  };
}
