import { requestIdSchema } from '@atlas-engine/domain';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import type { RowResult } from '../report/row-result.ts';

/**
 * Adds what an execution that did not succeed cannot tell: its lead, and how many calls reached, or may have
 * reached, the network.
 */
export async function completeResult(
  result: RowResult,
  store: Pick<InteractionStore, 'getRequest' | 'listCalls'>,
): Promise<RowResult> {
  const id = requestIdSchema.safeParse(result.requestId);
  if (!id.success || (result.status !== 'parked' && result.status !== 'failed')) return result;
  const [record, calls] = await Promise.all([store.getRequest(id.data), store.listCalls(id.data)]);
  const attempts = calls.filter(({ dialledAt }) => dialledAt !== undefined).length;
  return { ...result, attempts, leadId: record?.leadId ?? null };
}
