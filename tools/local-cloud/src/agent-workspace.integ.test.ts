import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agentWorkspacePaths } from '@atlas-engine/web-contracts';
import { agentAtDesk, type AgentAtDesk } from './fixtures/agent-at-desk.ts';
import { untilCallable } from './fixtures/calling-hours.ts';
import { aLead, startExecution, untilEnded } from './fixtures/leads.ts';
import { until } from './fixtures/raw-calls.ts';
import { sceneAt } from './fixtures/permission-scenarios/scene.ts';
import { spawnCloud, type SpawnedCloud } from './fixtures/spawned-cloud.ts';

jest.setTimeout(300_000);

let state = '';
let cloud: SpawnedCloud | undefined;
beforeEach(async () => {
  state = mkdtempSync(join(tmpdir(), 'atlas-integ-'));
  cloud = await spawnCloud(state);
});
afterEach(async () => {
  await cloud?.kill();
  rmSync(state, { recursive: true, force: true });
});

type CrmRecord = Readonly<Record<string, unknown>>;

/** Asks until Connect has heard that the agent accepted. */
async function viewOf(agent: AgentAtDesk, contactId: string): Promise<CrmRecord> {
  let view: CrmRecord = {};
  await until('the agent may see the contact', async () => {
    const { status, body } = await agent.ask('GET', agentWorkspacePaths.contact(contactId));
    view = body;
    if (status !== 200) expect(body).toMatchObject({ error: { code: 'CONTACT_NOT_ACCEPTED' } });
    return status === 200;
  });
  return view;
}

describe('an agent who takes a call of the outreach', () => {
  it('sees whom they talk to, and what they say is in the CRM, before and after the report', async () => {
    const scene = sceneAt(cloud?.url ?? '');
    const { url, sfn, store } = scene;
    const records = async (object: string) =>
      (await scene.admin('GET', `salesforce/${object}`))['records'] as readonly CrmRecord[];
    const contacts = async () => (await scene.admin('GET', 'contacts'))['contacts'] as never;
    const agent = await agentAtDesk(url, 'avery.agent', contacts);
    const stranger = await agentAtDesk(url, 'blake.agent', contacts);
    await agent.available();
    const request = aLead('desk-1', 27);
    await untilCallable(request, scene, 20);
    const execution = await startExecution(sfn, request);
    const contactId = await agent.accept();

    const view = await viewOf(agent, contactId);
    expect(view).toMatchObject({
      ...{ contactId, identity: 'LEAD', matter: { requestId: 'desk-1', sequence: 1 } },
      person: { name: 'Quintessa Zzyzxson', maskedNumber: '••••••••••27' },
      scenario: { items: [{ id: 'greeting', kind: 'GREETING' }, ...Array(5).fill(expect.anything())] },
    });
    expect(JSON.stringify(view)).not.toContain(request.lead.phone);
    const refused = await stranger.ask('GET', agentWorkspacePaths.contact(contactId));
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'NOT_YOUR_CONTACT' } } });

    const shown = await agent.ask('POST', agentWorkspacePaths.number(contactId));
    expect(shown).toMatchObject({ status: 200, body: { phone: request.lead.phone } });
    const story = await store.timeline(request.requestId);
    expect(story.find(({ kind }) => kind === 'NUMBER_REVEALED')?.details).toMatchObject({
      ...{ agent: 'avery.agent', contactId },
    });

    await agent.hangUp(contactId);
    const wrapUp = { disposition: 'INTERESTED', notes: 'wants a visit', doNotCall: false, revision: 0 };
    const path = agentWorkspacePaths.wrapUp(contactId);
    const [first, again] = [await agent.ask('PUT', path, wrapUp), await agent.ask('PUT', path, wrapUp)];
    expect(first).toMatchObject({ status: 200, body: { wrapUp: { revision: 1 }, crm: 'WITH_CALL' } });
    expect(again.body['wrapUp']).toEqual(first.body['wrapUp']);
    await agent.panel('clearContact', { contactId });
    await scene.speed('max');
    await untilEnded(sfn, [execution]);
    await scene.speed(20);
    expect(await records('Lead')).toMatchObject([
      { Atlas_Status__c: 'Reached', Atlas_Disposition__c: 'INTERESTED' },
    ]);
    expect(await records('Task')).toMatchObject([
      { CallDisposition: 'INTERESTED', Description: expect.stringContaining('wants a visit') },
    ]);

    const late = { ...wrapUp, disposition: 'NOT_INTERESTED', notes: 'rang back: no visit', revision: 1 };
    expect((await agent.ask('PUT', path, late)).body).toMatchObject({ crm: 'PENDING' });
    await until('the CRM has the late wrap-up', async () => {
      const [lead] = await records('Lead');
      return lead?.['Atlas_Disposition__c'] === 'NOT_INTERESTED';
    });
    const tasks = await records('Task');
    expect(tasks).toMatchObject([{ Description: expect.stringContaining('rang back: no visit') }]);

    const from = new Date((await scene.now()) - 24 * 3_600_000).toISOString();
    expect(await agent.ask('GET', agentWorkspacePaths.day(from))).toMatchObject({
      ...{ status: 200, body: { contacts: 1, missed: 0, callbacks: [] } },
    });
  });
});
