import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SFNClient } from '@aws-sdk/client-sfn';
import { connectionTo } from './fixtures/clients.ts';
import { converseByCli } from './fixtures/converse-by-cli.ts';
import { aLead, startExecution, untilEnded } from './fixtures/leads.ts';
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

interface Call {
  readonly id: string;
  readonly channel: string;
  readonly agent?: { readonly connectedAt?: number };
  readonly lines: readonly { readonly speaker: string; readonly text: string }[];
}
interface Block {
  readonly flow: string;
  readonly block: string;
  readonly branch: string;
}

/** The only call, with its way through the flows: `flow: block → branch`. */
async function theCall(running: SpawnedCloud) {
  const { contacts } = (await running.admin('contacts')) as unknown as { contacts: readonly Call[] };
  const [call, ...others] = contacts.filter(({ channel }) => channel === 'VOICE');
  expect(others).toEqual([]);
  const { blocks } = (await running.admin(`contacts/${call?.id ?? ''}/trace`)) as unknown as {
    blocks: readonly Block[];
  };
  return { call, way: blocks.map(({ flow, block, branch }) => `${flow}: ${block} → ${branch}`) };
}

/** From here time runs as fast as it can; while somebody writes, a session would end in no time. */
const hurry = ({ url }: SpawnedCloud) =>
  fetch(`${url}/_atlas/clock`, { method: 'PUT', body: JSON.stringify({ speed: 'max' }) });

/** The last two digits of the number are those of somebody who asks for a person. */
const asksForPerson = 27;

describe('a customer who asks for a person', () => {
  it('is called after a chat by the AWS CLI, talks with the bot, then with an agent, and is in the CRM', async () => {
    if (cloud === undefined) throw new Error('no cloud');
    const { intent } = await converseByCli(cloud.url, {
      opening: 'call me about solar panels',
      answers: {
        FirstName: 'Robin',
        LastName: 'Sample',
        PhoneNumber: `+1 212 555 01${String(asksForPerson)}`,
        Interest: 'solar panels',
        Consent: 'yes, I agree',
      },
    });
    expect(intent).toMatchObject({ name: 'RequestCall', state: 'Fulfilled' });
    await hurry(cloud);
    await untilEnded(new SFNClient(connectionTo(cloud.url)), []);

    const { call, way } = await theCall(cloud);
    const outbound = 'AtlasEngineOutbound-local';
    expect(way).toEqual(
      expect.arrayContaining([
        `${outbound}: See the language → Equals en-US`,
        `${outbound}: Record the call → next`,
        `${outbound}: Converse → Equals SpeakToAgent`,
        `${outbound}: Wait for a person → end`,
        'AtlasEngineAgentWhisper-local: Say the queue → next',
        'AtlasEngineCustomerWhisper-local: Say who comes → next',
      ]),
    );
    expect(call?.agent?.connectedAt).toBeGreaterThan(0);
    expect(new Set(call?.lines.map(({ speaker }) => speaker))).toEqual(
      new Set(['SYSTEM', 'CUSTOMER', 'AGENT']),
    );
    await expect(cloud.admin('salesforce/Lead')).resolves.toMatchObject({
      records: [{ FirstName: 'Robin', LastName: 'Sample', Atlas_Outcome__c: 'ANSWERED' }],
    });
    const { records } = await cloud.admin('salesforce/Task');
    expect(records).toEqual([expect.objectContaining({ CallType: 'Outbound' })]);
  });

  it('is held in Spanish by the bot before the agent takes over', async () => {
    if (cloud === undefined) throw new Error('no cloud');
    const sfn = new SFNClient(connectionTo(cloud.url));
    const request = aLead('spanish', asksForPerson);
    const arn = await startExecution(sfn, { ...request, lead: { ...request.lead, locale: 'es-US' } });
    await hurry(cloud);
    await untilEnded(sfn, [arn]);

    const { call, way } = await theCall(cloud);
    expect(way).toContain('AtlasEngineOutbound-local: See the language → Equals es-US');
    expect(way).toContain('AtlasEngineOutbound-local: Converse → Equals SpeakToAgent');
    const said = call?.lines.map(({ text }) => text).join(' ') ?? '';
    expect(said).toContain('Esta es una llamada automática.');
    expect(said).toContain('Quiero hablar con una persona');
    expect(said).toContain('Le comunico con un colega.');
    expect(said).not.toContain('I am');
  });
});
