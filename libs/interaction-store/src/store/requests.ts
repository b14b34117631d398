import type {
  CreateLeadOutput,
  Instant,
  OutreachRequest,
  PhoneNumber,
  RequestId,
  Scenario,
} from '@atlas-engine/domain';
import { scenarioSchema, toIso } from '@atlas-engine/domain';
import { RecordNotFoundError } from '../errors.ts';
import { describeKey, phonePartition, requestKey, scenarioKey } from '../items/keys.ts';
import { parseFound, parseItem } from '../items/parse-item.ts';
import { markedRequest, restsOnOldWrapUps } from '../items/request-marks.ts';
import type { Requests } from '../ports/requests.ts';
import type { RequestRecord } from '../records.ts';
import { requestRecordSchema } from '../records.ts';
import type { ItemKey, ItemWrite } from '../storage/item-storage.ts';
import type { StoreContext } from './commit.ts';
import * as z from 'zod';

const storedScenarioSchema = z.object({ scenario: scenarioSchema });
const listLimit = 50;

/** The workflow parks a request by its id alone, perhaps before it was received: such an item is no request yet. */
async function readRequest({ storage }: StoreContext, key: ItemKey): Promise<RequestRecord | undefined> {
  const item = await storage.read(key);
  return item?.['request'] === undefined ? undefined : parseItem(requestRecordSchema, key, item);
}

/** @throws RecordNotFoundError when the request was never received */
export async function requireRequest(context: StoreContext, id: RequestId): Promise<RequestRecord> {
  const record = await readRequest(context, requestKey(id));
  if (record === undefined) throw new RecordNotFoundError(describeKey(requestKey(id)));
  return record;
}

const receivedWrite = (request: OutreachRequest, at: string): ItemWrite => ({
  key: requestKey(request.requestId),
  expect: { request: undefined },
  set: {
    request,
    status: 'RECEIVED',
    receivedAt: at,
    updatedAt: at,
    GSI2PK: phonePartition(request.lead.phone),
    GSI2SK: at,
  },
  remove: ['parkedReason', 'parkedStep', 'parkedAt'],
});

const leadWrite = (id: RequestId, lead: CreateLeadOutput, at: string): ItemWrite => ({
  key: requestKey(id),
  expect: { leadId: undefined },
  set: {
    leadId: lead.leadId,
    leadCreated: lead.created,
    leadDuplicate: lead.duplicate,
    leadRecordedAt: at,
    updatedAt: at,
  },
});

async function keepScenario({ storage }: StoreContext, id: RequestId, scenario: Scenario): Promise<Scenario> {
  const key = scenarioKey(id);
  const answer = await storage.write([{ key, expect: { PK: undefined }, set: { scenario } }]);
  if (answer === 'WRITTEN') return scenario;
  const kept = parseFound(storedScenarioSchema, key, await storage.read(key));
  if (kept === undefined) throw new RecordNotFoundError(describeKey(key));
  return kept.scenario;
}

async function byPhone(context: StoreContext, phone: PhoneNumber): Promise<readonly RequestRecord[]> {
  const question = {
    index: 'GSI2',
    partition: phonePartition(phone),
    limit: listLimit,
    newestFirst: true,
  } as const;
  const keys = await context.storage.findKeys(question);
  const records = await Promise.all(keys.map((key) => readRequest(context, key)));
  return records.filter((record) => record !== undefined);
}

/** Requests, leads and scenarios. */
export function storedRequests(context: StoreContext): Requests {
  const { storage, commit } = context;
  return {
    receiveRequest: async (request, at: Instant) =>
      (await storage.write([receivedWrite(request, toIso(at))])) === 'WRITTEN' ? 'RECEIVED' : 'KNOWN',

    getRequest: (id) => readRequest(context, requestKey(id)),

    recordLead: (id, lead, at) =>
      commit('recordLead', async () => {
        const { leadId } = await requireRequest(context, id);
        return { answer: undefined, writes: leadId === undefined ? [leadWrite(id, lead, toIso(at))] : [] };
      }),

    markRequest: (id, mark) =>
      commit<'MARKED' | 'KEPT' | 'MOVED'>('markRequest', async () => {
        const record = await requireRequest(context, id);
        if (restsOnOldWrapUps(record, mark)) return { answer: 'MOVED' };
        const writes = markedRequest(record, mark);
        return { answer: writes.length === 0 ? 'KEPT' : 'MARKED', writes };
      }),

    listRequestsByPhone: (phone) => byPhone(context, phone),

    saveScenario: (id, scenario) => keepScenario(context, id, scenario),

    getScenario: async (id) =>
      parseFound(storedScenarioSchema, scenarioKey(id), await storage.read(scenarioKey(id)))?.scenario,
  };
}
