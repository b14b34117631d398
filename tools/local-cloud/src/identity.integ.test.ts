import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LexRuntimeV2Client, RecognizeTextCommand } from '@aws-sdk/client-lex-runtime-v2';
import { ListTablesCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { becomeGuest, parametersBelow } from './fixtures/guest.ts';
import { chatAsGuest } from './fixtures/permission-scenarios/chat-as-guest.ts';
import { spawnCloud, type SpawnedCloud } from './fixtures/spawned-cloud.ts';

jest.setTimeout(120_000);

const state = mkdtempSync(join(tmpdir(), 'atlas-integ-'));
let cloud: SpawnedCloud;
beforeAll(async () => {
  cloud = await spawnCloud(state);
});
afterAll(async () => {
  await cloud.kill();
  rmSync(state, { recursive: true, force: true });
});

/** An answer of a host that only a browser would resolve. */
const get = (host: string, path: string): Promise<{ readonly status: number; readonly body: string }> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(cloud.url);
    const headers = { host: `${host}:${port}` };
    httpRequest(cloud.url, { path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
      );
    })
      .on('error', reject)
      .end();
  });

describe('the identity of stage local, as its stack has made it', () => {
  it('lets guests converse with the bots of the chat', async () => {
    await expect(chatAsGuest(cloud)).resolves.toBeUndefined();
  });

  it('lets guests do nothing else', async () => {
    const guest = await becomeGuest(cloud.url);
    const ids = await parametersBelow(cloud.url, 'lex');
    const denied = { name: 'AccessDeniedException' };
    const bankingBot = {
      botId: ids['banking-bot/bot-id'],
      botAliasId: ids['banking-bot/bot-alias-id'],
      localeId: 'en_GB',
      sessionId: 'guest',
      text: 'help',
    };
    await expect(
      new LexRuntimeV2Client(guest).send(new RecognizeTextCommand(bankingBot)),
    ).rejects.toMatchObject(denied);
    await expect(new DynamoDBClient(guest).send(new ListTablesCommand({}))).rejects.toMatchObject(denied);
  });

  it('tells pages where agents sign in, and keeps the keys over a restart', async () => {
    const { 'user-pool-id': poolId = '' } = await parametersBelow(cloud.url, 'identity');
    const host = 'cognito-idp.us-east-1.localhost';
    const { port } = new URL(cloud.url);
    const configuration = await get(host, `/${poolId}/.well-known/openid-configuration`);
    expect(JSON.parse(configuration.body)).toMatchObject({
      issuer: `https://cognito-idp.us-east-1.amazonaws.com/${poolId}`,
      authorization_endpoint: `http://atlas-engine-local-000000000000.auth.us-east-1.localhost:${port}/oauth2/authorize`,
    });
    const keys = () => get(host, `/${poolId}/.well-known/jwks.json`);
    const before = await keys();
    await cloud.kill();
    cloud = await spawnCloud(state);
    expect(await keys()).toEqual(before);
  });
});
