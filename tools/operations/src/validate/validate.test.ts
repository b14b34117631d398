import { join } from 'node:path';
import { atlasSalesforceSchema } from '@atlas-engine/salesforce-client';
import { anAccount, goodSecret } from '../fixtures/fake-account.ts';
import { aTerminal } from '../fixtures/surroundings.ts';
import type { Result } from '../report/check.ts';
import { run } from '../run.ts';
import type { Account, ModelAvailability } from './account.ts';
import { validateOperation } from './validate-operation.ts';

const workspace = join(process.cwd(), '../..');
const environment = { ATLAS_ACCOUNT: '111122223333' };

async function validate(
  differing: Partial<Account> = {},
  options: { readonly environment?: Record<string, string>; readonly argv?: readonly string[] } = {},
) {
  const { surroundings, written } = aTerminal({ workspace, environment: options.environment ?? environment });
  const operation = validateOperation(() => anAccount(differing));
  const argv = ['validate', '--stage', 'dev', '--json', ...(options.argv ?? [])];
  const status = await run(argv, [operation], surroundings);
  expect(written).toHaveLength(1);
  const { ok, checks } = JSON.parse(written[0] ?? '') as { ok: boolean; checks: readonly Result[] };
  expect(ok).toBe(status === 0);
  const of = (name: string) => checks.find((check) => check.name === name);
  return { status, checks, of, bad: checks.filter(({ state }) => state !== 'ok') };
}

const available: ModelAvailability = {
  authorized: true,
  entitled: true,
  inRegion: true,
  agreement: 'AVAILABLE',
};

describe('npm run validate', () => {
  it('is content with an account where all is well', async () => {
    const { status, bad, checks } = await validate();
    expect({ status, bad }).toEqual({ status: 0, bad: [] });
    expect(checks.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        ...['Node', 'Nx', 'CDK CLI', 'Stage configuration', 'Credentials and account', 'Region'],
        ...['CDK bootstrap', 'Bedrock model', 'Salesforce secret', 'Parameters'],
        ...['Connect: active calls of an instance', 'Lambda: invocations at a time'],
      ]),
    );
  });

  it('has a line for each check, with what to do, and counts them', async () => {
    const { surroundings, written } = aTerminal({ workspace, environment });
    const operation = validateOperation(() => anAccount({ secret: () => Promise.resolve(undefined) }));
    expect(await run(['validate', '--stage', 'dev'], [operation], surroundings)).toBe(0);
    expect(written).toContainEqual(
      expect.stringMatching(
        /^warning {2}Salesforce secret +SalesforceCreds-dev is not there yet\n +→ the first/,
      ),
    );
    expect(written.at(-1)).toMatch(/^\nStage dev: \d+ ok, 1 warning, 0 failed$/);
  });

  it('looks no further without a configuration, or without credentials', async () => {
    const unconfigured = await validate({}, { environment: {} });
    expect(unconfigured.status).toBe(1);
    expect(unconfigured.bad).toMatchObject([
      { name: 'Stage configuration', state: 'failed', message: expect.stringContaining('ATLAS_ACCOUNT') },
    ]);

    const expired = Object.assign(new Error('The token is old'), { name: 'ExpiredTokenException' });
    const signedOut = await validate({ caller: () => Promise.reject(expired) });
    expect(signedOut.status).toBe(1);
    expect(signedOut.of('Credentials and account')).toMatchObject({
      state: 'failed',
      remedy: expect.stringContaining('sign in'),
    });
    expect(signedOut.of('CDK bootstrap')).toMatchObject({
      state: 'skipped',
      message: 'not looked at: Credentials and account failed',
    });
  });

  it('refuses another account than the one that is configured', async () => {
    const caller = { account: '444455556666', arn: 'arn:aws:iam::444455556666:user/ada' };
    const { status, of } = await validate({ caller: () => Promise.resolve(caller) });
    expect(status).toBe(1);
    expect(of('Credentials and account')?.message).toContain('444455556666');
  });

  it('warns of a shell that is set to another region', async () => {
    const { status, of } = await validate({}, { environment: { ...environment, AWS_REGION: 'eu-west-2' } });
    expect([status, of('Region')?.state]).toEqual([0, 'warning']);
  });

  it.each([
    [undefined, 'failed'],
    ['5', 'failed'],
    ['old', 'failed'],
    ['6', 'warning'],
    ['21', 'ok'],
  ])('finds the bootstrap version %s %s', async (version, state) => {
    const parameter = (name: string) => Promise.resolve(name.startsWith('/cdk') ? version : 'an-id');
    expect((await validate({ parameter })).of('CDK bootstrap')?.state).toBe(state);
  });

  it.each<[string, Partial<Account>, string]>([
    ['no profile', { inferenceProfile: () => Promise.resolve(undefined) }, 'failed'],
    ['no such model', { model: () => Promise.resolve(undefined) }, 'failed'],
    ['no access', { model: () => Promise.resolve({ ...available, authorized: false }) }, 'failed'],
    ['no subscription', { model: () => Promise.resolve({ ...available, entitled: false }) }, 'failed'],
    ['not here', { model: () => Promise.resolve({ ...available, inRegion: false }) }, 'failed'],
    ['agreement', { model: () => Promise.resolve({ ...available, agreement: 'PENDING' }) }, 'warning'],
  ])('judges the model: %s', async (_case, differing, state) => {
    expect((await validate(differing)).of('Bedrock model')?.state).toBe(state);
  });

  it('asks for a model by its own id and for its profile by the whole', async () => {
    const asked: string[] = [];
    await validate({
      inferenceProfile: (id) => Promise.resolve(asked.push(id) > 0 ? 'ACTIVE' : ''),
      model: (id) => Promise.resolve(asked.push(id) > 0 ? available : undefined),
    });
    expect(asked).toEqual([
      'us.anthropic.claude-haiku-4-5-20251001-v1:0',
      'anthropic.claude-haiku-4-5-20251001-v1:0',
    ]);
  });

  it('names the fields of the secret that are still placeholders, and shows no value', async () => {
    const secret = { ...goodSecret, clientId: 'REPLACE_ME', username: 'REPLACE_ME' };
    const { of, status } = await validate({ secret: () => Promise.resolve(JSON.stringify(secret)) });
    expect(status).toBe(1);
    expect(of('Salesforce secret')).toMatchObject({ state: 'failed' });
    expect(of('Salesforce secret')?.message).toMatch(/clientId .*placeholder.*username .*placeholder/);
    expect(JSON.stringify(of('Salesforce secret'))).not.toContain('PRIVATE KEY');
  });

  it('refuses a secret of another org kind than the stage signs in to', async () => {
    const secret = JSON.stringify({ ...goodSecret, loginUrl: 'https://login.salesforce.com' });
    const { of } = await validate({ secret: () => Promise.resolve(secret) });
    expect(of('Salesforce secret')).toMatchObject({ state: 'failed' });
  });

  it('signs in to Salesforce only when it is asked to, and names the fields that are missing', async () => {
    expect((await validate()).of('Salesforce sign-in')).toBeUndefined();
    const { of } = await validate({}, { argv: ['--sign-in'] });
    expect(of('Salesforce sign-in')).toMatchObject({ state: 'failed' });
    expect(of('Salesforce sign-in')?.message).toContain('Lead.Atlas_Request_Id__c');

    const whole: Account['salesforceObject'] = (_secret, name) => {
      const fields = atlasSalesforceSchema.objects.find((object) => object.name === name)?.fields ?? [];
      const told = { type: 'string', length: 1, createable: true, updateable: true };
      return Promise.resolve({ name, fields: fields.map((field) => ({ ...told, name: field.name })) });
    };
    const good = await validate({ salesforceObject: whole }, { argv: ['--sign-in'] });
    expect(good.of('Salesforce sign-in')).toMatchObject({ state: 'ok' });
  });

  it('takes missing parameters for a stage that is new, and some missing ones for a fault', async () => {
    const bootstrapped = (name: string) => (name.startsWith('/cdk') ? '30' : undefined);
    const fresh = await validate({ parameter: (name) => Promise.resolve(bootstrapped(name)) });
    expect([fresh.status, fresh.of('Parameters')?.state]).toEqual([0, 'warning']);
    const torn = await validate({
      parameter: (name) => Promise.resolve(name.endsWith('queue-id') ? undefined : '30'),
    });
    expect([torn.status, torn.of('Parameters')?.message]).toEqual([
      1,
      'missing: /atlas-engine/dev/connect/queue-id',
    ]);
  });

  it("compares quotas with the stage's pace, and asks for the instance's own", async () => {
    const asked: (string | undefined)[] = [];
    const { of, status } = await validate({
      parameter: () => Promise.resolve('30'),
      quota: ({ code }, context) => {
        if (code === 'L-12AB7C57') asked.push(context);
        return Promise.resolve(code === 'L-12AB7C57' ? 9 : 2);
      },
    });
    expect(asked).toEqual(['arn:aws:connect:us-east-1:111122223333:instance/30']);
    expect(status).toBe(1);
    expect(of('Connect: active calls of an instance')).toMatchObject({
      state: 'failed',
      message: "9 calls at a time; the stage's pace needs 10",
    });
    expect(of('Connect: StartOutboundVoiceContact')).toMatchObject({ state: 'ok' });
    expect(of('Lambda: invocations at a time')).toMatchObject({ state: 'warning' });
  });
});
