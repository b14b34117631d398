import type { CallKey, CallRecord, Instant } from '@atlas-engine/domain';
import { callIdOf, defaultCallingPolicy } from '@atlas-engine/domain';
import { aRequest } from '@atlas-engine/domain/testing';
import { createLogger } from '@atlas-engine/function-kit';
import {
  createInMemoryInteractionStore,
  createInMemoryStorage,
} from '@atlas-engine/interaction-store/testing';
import type { ItemStorage } from '@atlas-engine/interaction-store/testing';
import { createFakeWorkflow } from './fake-workflow.ts';

/** Friday, ten in the morning in New York. */
export const fridayMorning: Instant = Date.UTC(2026, 10, 20, 15);
export const minute = 60_000;

/** One request in a fresh store, with what the lifecycle needs. */
export function arrangeLifecycle(wrap: (storage: ItemStorage) => ItemStorage = (storage) => storage) {
  const storage = createInMemoryStorage();
  const store = createInMemoryInteractionStore(wrap(storage));
  const workflow = createFakeWorkflow('token-1');
  const lines: string[] = [];
  let now = fridayMorning;
  const clock = { now: () => now };
  const logger = createLogger({ function: 'Test', sink: (line) => lines.push(line), clock });
  const request = aRequest();
  const { requestId } = request;
  const { phone } = request.lead;
  const key: CallKey = { requestId, sequence: 1 };

  const open = (taskToken = 'token-1', sequence = 1) =>
    store.openCall({
      call: { requestId, sequence, callId: callIdOf(requestId, sequence), locale: 'en-US' },
      taskToken,
      executionArn:
        'arn:aws:states:us-east-1:000000000000:execution:AtlasEngineWorkflow-local:outreach-request-1',
      at: now,
      expiresAt: now + 1440 * minute,
    });
  const dial = async (sequence = 1): Promise<void> => {
    const { version } = await store.readNumber(phone);
    await store.claimDial({ key: { requestId, sequence }, phone, at: now, version });
  };
  const call = async (sequence = 1): Promise<CallRecord> => {
    const found = await store.getCall({ requestId, sequence });
    if (found === undefined) throw new Error('the call was never opened');
    return found;
  };

  return {
    deps: { store, workflow, clock, logger, policy: defaultCallingPolicy },
    ...{ storage, store, workflow, lines, request, requestId, phone, key, open, dial, call },
    pass: (milliseconds: number) => void (now += milliseconds),
    receive: () => store.receiveRequest(request, now),
  };
}

export type Lifecycle = ReturnType<typeof arrangeLifecycle>;
