import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { connectionTo } from './fixtures/clients.ts';
import { spawnCloud, type SpawnedCloud } from './fixtures/spawned-cloud.ts';

jest.setTimeout(300_000);

const topicArn = 'arn:aws:sns:us-east-1:000000000000:SmsQuickStartSnsDestination-local';
const stateMachineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:AtlasEngineWorkflow-local';
const ours = '+12125550199';
const withinMs = 30_000;

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

interface SentText {
  readonly to: string;
  readonly from: string;
  readonly text: string;
}

/** A phone that sends texts as the carrier's side delivers them, and reads what comes back. */
function phoneOf(running: SpawnedCloud, originationNumber: string) {
  const sns = new SNSClient(connectionTo(running.url));
  let sent = 0;
  const replies = async () => {
    const { texts } = await running.admin('texts');
    return (texts as readonly SentText[]).filter(({ to }) => to === originationNumber);
  };
  return {
    /** Sends a text and waits for one more reply. */
    text: async (messageBody: string): Promise<string> => {
      const before = (await replies()).length;
      sent += 1;
      const inboundMessageId = `${originationNumber.slice(1)}-${String(sent)}`;
      const Message = JSON.stringify({
        originationNumber,
        destinationNumber: ours,
        messageKeyword: 'KEYWORD_000000000000',
        messageBody,
        inboundMessageId,
      });
      await sns.send(new PublishCommand({ TopicArn: topicArn, Message }));
      const until = performance.now() + withinMs;
      while (performance.now() < until) {
        const reply = (await replies())[before];
        if (reply !== undefined) return reply.text;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`No reply to "${messageBody}"`);
    },
    replies,
  };
}

const runTime = (url: string) =>
  fetch(`${url}/_atlas/clock`, { method: 'PUT', body: JSON.stringify({ speed: 'max' }) });

async function untilNothingRuns(url: string): Promise<number> {
  const sfn = new SFNClient(connectionTo(url));
  for (;;) {
    const { executions = [] } = await sfn.send(new ListExecutionsCommand({ stateMachineArn }));
    if (executions.every(({ status }) => status !== 'RUNNING')) return executions.length;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

const called = async (running: SpawnedCloud): Promise<readonly string[]> => {
  const { contacts } = await running.admin('contacts');
  return (contacts as readonly { readonly phoneNumber?: string }[]).map((contact) => JSON.stringify(contact));
};

describe('a customer by text', () => {
  it('asks for a call and gets it', async () => {
    const running = cloud!;
    const phone = phoneOf(running, '+12125550110');
    expect(await phone.text('call me about solar panels')).toMatch(/first name/i);
    expect(await phone.text('Robin')).toMatch(/last name/i);
    expect(await phone.text('Sample')).toMatch(/agree/i);
    expect(await phone.text('yes')).toMatch(/request is noted/i);
    expect((await phone.replies()).every(({ from }) => from === ours)).toBe(true);
    await runTime(running.url);
    expect(await untilNothingRuns(running.url)).toBe(1);
    expect((await called(running)).some((contact) => contact.includes('+12125550110'))).toBe(true);
  });

  it('stops a call that waits, by STOP', async () => {
    const running = cloud!;
    const phone = phoneOf(running, '+12125550111');
    await phone.text('call me monday at 2 pm');
    await phone.text('Robin');
    await phone.text('Sample');
    await phone.text('solar panels');
    expect(await phone.text('yes')).toMatch(/We will call you on Monday/);
    expect(await phone.text('STOP')).toMatch(/no more texts or calls/);
    await runTime(running.url);
    expect(await untilNothingRuns(running.url)).toBe(1);
    expect(await called(running)).toEqual([]);
  });
});
