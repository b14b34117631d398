import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LexRuntimeV2Client, RecognizeTextCommand } from '@aws-sdk/client-lex-runtime-v2';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { SSMClient, GetParameterCommand } from '@aws-sdk/client-ssm';
import { connectionTo } from './fixtures/clients.ts';
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

/** What the customer says to each question of the bot, by the slot or step that is asked for. */
const answers: Readonly<Record<string, string>> = {
  FirstName: 'Robin',
  LastName: 'Sample',
  PhoneNumber: '+1 212 555 0100',
  Interest: 'solar panels',
  Consent: 'yes, I agree',
  ConfirmIntent: 'yes',
};
const mostTurns = 12;

async function converse(url: string) {
  const ssm = new SSMClient(connectionTo(url));
  const parameter = async (name: string) => {
    const { Parameter } = await ssm.send(
      new GetParameterCommand({ Name: `/atlas-engine/local/lex/atlas-engine-bot/${name}` }),
    );
    return Parameter?.Value ?? '';
  };
  const bot = {
    botId: await parameter('bot-id'),
    botAliasId: await parameter('bot-alias-id'),
    localeId: 'en_US',
    sessionId: 'integration',
  };
  const lex = new LexRuntimeV2Client(connectionTo(url));
  const heard: string[] = [];
  let text = "I'd like a call";
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const { sessionState, messages = [] } = await lex.send(new RecognizeTextCommand({ ...bot, text }));
    heard.push(...messages.map(({ content = '' }) => content));
    const { type, slotToElicit } = sessionState?.dialogAction ?? {};
    if (type === 'Close') return { heard, intent: sessionState?.intent };
    text = answers[slotToElicit ?? type ?? ''] ?? 'no';
  }
  throw new Error(`The bot does not come to an end: ${heard.join(' | ')}`);
}

describe('a conversation with the bot', () => {
  it('ends in an execution of the workflow', async () => {
    const url = cloud?.url ?? '';
    const { intent } = await converse(url);
    expect(intent).toMatchObject({ name: 'RequestCall', state: 'Fulfilled' });
    const stateMachineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:AtlasEngineWorkflow-local';
    const sfn = new SFNClient(connectionTo(url));
    const { executions } = await sfn.send(new ListExecutionsCommand({ stateMachineArn }));
    expect(executions).toHaveLength(1);
  });
});
