import { parsePhone, type CreateLeadOutput, type LeadId, type OutreachRequest } from '@atlas-engine/domain';
import { InvalidEventError, type Clock } from '@atlas-engine/function-kit';
import {
  RecordNotFoundError,
  type InteractionStore,
  type RequestRecord,
} from '@atlas-engine/interaction-store';
import type { SalesforceClient } from '@atlas-engine/salesforce-client';
import { upsertLead } from './upsert-lead.ts';

export interface CreateLeadPorts {
  readonly store: Pick<InteractionStore, 'receiveRequest' | 'getRequest' | 'recordLead' | 'doNotCall'>;
  readonly salesforce: Pick<SalesforceClient, 'upsert' | 'update' | 'get'>;
  readonly clock: Clock;
  /** Told of each lead that Salesforce was asked for. */
  readonly onLead?: (lead: CreateLeadOutput) => void;
}

/**
 * Keeps the request, then creates or finds its lead. The request is stored first, so that it is not lost while
 * Salesforce is away; the external id makes a repeat find the same lead, and a lead that is known is not asked for.
 * What was stored first counts: calls and CRM must not differ when the same id comes with other content.
 *
 * @throws InvalidEventError when the number is not possible in its country
 * @throws the client's errors (SalesforceAuthError, SalesforceValidationError, SalesforceUnavailableError …)
 */
export function createCreateLead(ports: CreateLeadPorts) {
  const { store, salesforce, clock, onLead } = ports;
  return async (input: OutreachRequest): Promise<CreateLeadOutput> => {
    const record = await keep(ports, withDiallablePhone(input));
    const known = leadOf(record);
    if (known !== undefined) return known;
    const { request } = record;
    const lead = await upsertLead(salesforce, request);
    if (!lead.created) await adoptDoNotCall(ports, request, lead.leadId);
    await store.recordLead(request.requestId, lead, clock.now());
    onLead?.(lead);
    return lead;
  };
}

/** The number as it is dialled and listed: two spellings of one number would have two histories. */
function withDiallablePhone(request: OutreachRequest): OutreachRequest {
  const parsed = parsePhone(request.lead.phone);
  if (parsed.ok) return { ...request, lead: { ...request.lead, phone: parsed.phone } };
  const problems = [{ path: 'request.lead.phone', problem: parsed.problem }];
  throw new InvalidEventError('CreateLeadHandler', problems);
}

async function keep({ store, clock }: CreateLeadPorts, request: OutreachRequest): Promise<RequestRecord> {
  await store.receiveRequest(request, clock.now());
  const record = await store.getRequest(request.requestId);
  if (record === undefined) throw new RecordNotFoundError(`request ${request.requestId}`);
  return record;
}

const leadOf = ({
  leadId,
  leadCreated = false,
  leadDuplicate = false,
}: RequestRecord): CreateLeadOutput | undefined =>
  leadId === undefined ? undefined : { leadId, created: leadCreated, duplicate: leadDuplicate };

/** Who is marked in the CRM as not to be called is not called, whatever a new request says. */
async function adoptDoNotCall(
  { store, salesforce, clock }: CreateLeadPorts,
  { requestId, lead: { phone } }: OutreachRequest,
  leadId: LeadId,
): Promise<void> {
  const { DoNotCall } = await salesforce.get('Lead', leadId, ['DoNotCall']);
  if (DoNotCall !== true) return;
  await store.doNotCall.add({ phone, source: 'CRM', requestId, at: clock.now() });
}
