import { callingPolicySchema, decideWhetherToDial } from '@atlas-engine/domain';
import { finishedRun, type FinishedLead } from './fixtures/finished-run.ts';
import { leads } from './fixtures/leads.ts';

jest.setTimeout(600_000);

const faults = ['--faults', '0.1', '--duplicates', '0.05', '--seed', 'pepper'];

/** How a lead ended; ids and times differ from run to run. */
const endOf = ({ output, calls }: FinishedLead) => {
  const { requestId, outcome, disposition, reason, attempts } = output;
  return { requestId, outcome, disposition, reason, attempts, calls };
};

const crmOf = ({ output, lead, tasks }: FinishedLead) => ({
  told: { id: output['leadId'], outcome: output['outcome'], disposition: output['disposition'] ?? null },
  written: {
    id: lead?.['Id'],
    outcome: lead?.['Atlas_Outcome__c'],
    disposition: lead?.['Atlas_Disposition__c'] ?? null,
  },
  tasks,
});

describe('twenty leads of all personas, one call in ten failing and one message in twenty coming twice', () => {
  it('end as without faults, in their hours, called once an attempt and written to the CRM', async () => {
    const requests = leads(20);
    const [quiet, disturbed] = [await finishedRun(requests), await finishedRun(requests, ...faults)];

    expect(disturbed.leads.map(endOf)).toEqual(quiet.leads.map(endOf));
    expect(disturbed.leads.map(({ output, calls }) => [output['attempts'], calls])).toEqual(
      disturbed.leads.map(({ calls }) => [calls, calls]),
    );
    const callIds = disturbed.contacts.map(({ attributes }) => attributes.callId);
    expect(new Set(callIds).size).toBe(callIds.length);
    for (const lead of disturbed.leads) {
      const { told, written, tasks } = crmOf(lead);
      expect({ ...written, tasks }).toEqual({ ...told, tasks: 1 });
    }
    expect(disturbed.contacts.filter(({ initiatedAt }) => !isInHours(initiatedAt))).toEqual([]);
  });
});

/** Whether somebody in New York, of whom nothing else is known, may be called at a moment. */
function isInHours(now: number): boolean {
  const [request] = leads(1);
  if (request === undefined) throw new Error('there is no lead');
  const { lead, consent, requestId } = request;
  const question = {
    requestId,
    phone: lead.phone,
    timeZone: lead.timeZone,
    consent,
    notBefore: undefined,
    agreedAt: undefined,
  };
  const history = { attempts: [], doNotCall: false };
  return (
    decideWhetherToDial({ question, history, now, policy: callingPolicySchema.parse({}) }).kind === 'DIAL'
  );
}
