import { putRole } from '../fixtures/allowing.ts';
import { account, arn, arrangeResources } from '../fixtures/creating-resources.ts';

let world: Awaited<ReturnType<typeof arrangeResources>>;
beforeEach(async () => {
  world = await arrangeResources();
  putRole(world.services.permissions, 'bot', { service: 'lexv2.amazonaws.com' });
});
afterEach(() => world.close());
const create: typeof world.create = (...resource) => world.create(...resource);

describe('the contact centre', () => {
  it('has an instance with a recording bucket, a queue, a number and a flow, each found under the same id again', async () => {
    const instance = await create('AWS::Connect::Instance', {
      Attributes: { OutboundCalls: true },
      InstanceAlias: 'a',
    });
    await expect(create('AWS::Connect::Instance', { Attributes: { OutboundCalls: true } })).resolves.toEqual(
      instance,
    );
    const InstanceArn = instance.physicalId;
    const id = String(instance.attributes?.['Id']);
    const S3Config = { BucketName: 'recordings', BucketPrefix: 'connect' };
    await create('AWS::Connect::InstanceStorageConfig', {
      InstanceArn,
      ResourceType: 'CALL_RECORDINGS',
      S3Config,
    });
    expect(world.services.connect.instance(id)).toMatchObject({
      outboundCalls: true,
      recordings: { bucket: 'recordings', prefix: 'connect' },
    });
    const Config = [
      { Day: 'MONDAY', StartTime: { Hours: 9, Minutes: 30 }, EndTime: { Hours: 17, Minutes: 0 } },
    ];
    const hours = await create(
      'AWS::Connect::HoursOfOperation',
      { InstanceArn, TimeZone: 'UTC', Config },
      'Hours',
    );
    const HoursOfOperationArn = String(hours.attributes?.['HoursOfOperationArn']);
    expect(world.services.connect.findHours(id, HoursOfOperationArn)?.times).toEqual([
      { day: 'MONDAY', from: 570, to: 1020 },
    ]);
    const queue = await create(
      'AWS::Connect::Queue',
      { InstanceArn, Name: 'q', HoursOfOperationArn },
      'Queue',
    );
    expect(queue.attributes?.['QueueArn']).toContain(`${InstanceArn}/queue/`);
    const number = { TargetArn: InstanceArn, CountryCode: 'GB', Type: 'DID' };
    const claimed = await create('AWS::Connect::PhoneNumber', number);
    expect(claimed.attributes?.['Address']).toBe('+442079460999');
    const Content = JSON.stringify({
      Version: '2019-10-30',
      StartAction: 'End',
      Actions: [{ Identifier: 'End', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} }],
    });
    const flow = await create('AWS::Connect::ContactFlow', {
      InstanceArn,
      Name: 'f',
      Type: 'CONTACT_FLOW',
      Content,
    });
    expect(flow.attributes?.['ContactFlowArn']).toContain(`${InstanceArn}/contact-flow/`);
    const module = await create('AWS::Connect::ContactFlowModule', { InstanceArn, Name: 'm', Content });
    expect(module.attributes?.['ContactFlowModuleArn']).toContain(`${InstanceArn}/flow-module/`);
    const connect = { InstanceArn, Name: 'c', QuickConnectConfig: { QuickConnectType: 'QUEUE' } };
    const { attributes } = await create('AWS::Connect::QuickConnect', connect);
    expect(attributes?.['QuickConnectArn']).toContain(`${InstanceArn}/transfer-destination/`);
  });
});

describe('a bot', () => {
  const intent = { Name: 'Hello', SampleUtterances: [{ Utterance: 'hello there' }] };
  const fallback = { Name: 'FallbackIntent', ParentIntentSignature: 'AMAZON.FallbackIntent' };
  const bot = {
    Name: 'Bot',
    RoleArn: `arn:aws:iam::${account}:role/bot`,
    DataPrivacy: { ChildDirected: false },
    IdleSessionTTLInSeconds: 300,
    BotLocales: [{ LocaleId: 'en_US', NluConfidenceThreshold: 0.4, Intents: [intent, fallback] }],
  };
  const settings = (setting: object) => [{ LocaleId: 'en_US', BotAliasLocaleSetting: setting }];

  it('listens under the ids of bot and alias', async () => {
    const { physicalId: BotId } = await create('AWS::Lex::Bot', bot, 'Bot');
    expect(BotId).toMatch(/^[0-9A-Z]{10}$/);
    const version = await create('AWS::Lex::BotVersion', { BotId });
    const alias = await create(
      'AWS::Lex::BotAlias',
      {
        BotId,
        BotAliasName: 'live',
        BotVersion: version.attributes?.['BotVersion'],
        BotAliasLocaleSettings: settings({
          Enabled: true,
          CodeHookSpecification: {
            LambdaCodeHook: { CodeHookInterfaceVersion: '1.0', LambdaArn: arn('lambda', 'function:f:live') },
          },
        }),
      },
      'Alias',
    );
    const aliasId = String(alias.attributes?.['BotAliasId']);
    expect(alias.physicalId).toBe(`${aliasId}|${BotId}`);
    expect(alias.attributes?.['Arn']).toBe(arn('lex', `bot-alias/${BotId}/${aliasId}`));
    expect(world.store.collection(`lex/aliases`).get(`${BotId}/${aliasId}`)).toMatchObject({
      botVersion: '1',
      locales: { en_US: { enabled: true, lambdaArn: arn('lambda', 'function:f:live') } },
    });
  });

  it('is refused with what the double cannot run', async () => {
    await expect(create('AWS::Lex::Bot', { ...bot, BotFileS3Location: {} })).rejects.toThrow(
      'BotFileS3Location',
    );
    const { physicalId: BotId } = await create('AWS::Lex::Bot', bot, 'Bot');
    const alias = { BotId, BotAliasName: 'live', BotAliasLocaleSettings: settings({ Enabled: 'yes' }) };
    await expect(create('AWS::Lex::BotAlias', alias)).rejects.toThrow('BotAliasLocaleSettings');
  });

  it('has origins whose pages may embed its control panel', async () => {
    const id = '11111111-2222-4333-8444-555555555555';
    const instance = arn('connect', `instance/${id}`);
    const origin = { InstanceId: instance, Origin: 'https://console.example.com' };
    const made = await create('AWS::Connect::ApprovedOrigin', origin);
    await create('AWS::Connect::ApprovedOrigin', { ...origin, Origin: 'http://localhost:4200' }, 'Local');
    expect(made.physicalId).toBe(`${instance}|https://console.example.com`);
    const { connect } = world.services;
    expect(connect.approvedOrigins(id)).toEqual(['https://console.example.com', 'http://localhost:4200']);
    expect(connect.approvedOrigins('other')).toEqual([]);
    await world.remove('AWS::Connect::ApprovedOrigin', origin, made);
    expect(connect.approvedOrigins(id)).toEqual(['http://localhost:4200']);
  });
});
