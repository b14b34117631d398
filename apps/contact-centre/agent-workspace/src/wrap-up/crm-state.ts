import type { RequestRecord, WrapUpRecord } from '@atlas-engine/interaction-store';
import type { WrapUpResponse } from '@atlas-engine/web-contracts';

/** Where a wrap-up is on its way to the CRM. */
export function crmStateOf(
  { revision, crmRevision }: WrapUpRecord,
  record: RequestRecord | undefined,
): WrapUpResponse['crm'] {
  if (record === undefined) return 'NO_RECORD';
  if (crmRevision === revision) return 'WRITTEN';
  const isOver = record.status === 'COMPLETED' || record.status === 'PARKED';
  return isOver && record.leadId !== undefined ? 'PENDING' : 'WITH_CALL';
}
