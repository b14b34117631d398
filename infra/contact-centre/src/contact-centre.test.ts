import {
  exampleConfiguration,
  intrinsicsIn,
  resourcesOf,
  synthesize,
  type Template,
} from '@atlas-engine/constructs/testing';
import { atlasEngineBot, toCloudFormationBot } from '@atlas-engine/lex-contracts';
import { atlasNames, type Stage, stages } from '@atlas-engine/resource-names';
import { ContactCentreStack } from './contact-centre-stack.ts';

const templateOf = (stage: Stage): Template =>
  Object.values(
    synthesize(exampleConfiguration(stage), (app) => {
      new ContactCentreStack(app);
    }),
  )[0]!;
const names = atlasNames(exampleConfiguration('dev'));
const template = templateOf('dev');
const only = (type: string) => resourcesOf(template, type)[0]!;
const getAtt = (resource: string, attribute: string) => ({ 'Fn::GetAtt': [resource, attribute] });

describe('the contact centre', () => {
  it.each(stages)('synthesizes for %s without a finding', (stage) => {
    const [instance] = resourcesOf(stage === 'dev' ? template : templateOf(stage), 'AWS::Connect::Instance');
    expect(instance?.Properties['InstanceAlias']).toMatch(new RegExp(`^atlas-engine-${stage}-\\d{12}$`));
  });

  it('can call out, records into the bucket and logs no flow', () => {
    expect(only('AWS::Connect::Instance').Properties).toMatchObject({
      Attributes: { InboundCalls: false, OutboundCalls: true, ContactflowLogs: false },
    });
    expect(only('AWS::Connect::InstanceStorageConfig').Properties).toMatchObject({
      ResourceType: 'CALL_RECORDINGS',
      S3Config: { BucketName: names.buckets.recordings.name, BucketPrefix: names.connect.recordingsPrefix },
    });
  });

  it('calls from a number of its own', () => {
    expect(only('AWS::Connect::PhoneNumber').Properties).toMatchObject({ Type: 'DID', CountryCode: 'US' });
    expect(only('AWS::Connect::Queue').Properties).toMatchObject({
      OutboundCallerConfig: { OutboundCallerIdNumberArn: getAtt('PhoneNumber', 'PhoneNumberArn') },
    });
    const days = only('AWS::Connect::HoursOfOperation').Properties['Config'];
    expect(days).toHaveLength(7);
  });

  it('has the flow, once the bot is known to the instance', () => {
    const flow = only('AWS::Connect::ContactFlow');
    expect(flow).toMatchObject({ DependsOn: ['BotAssociation'], Properties: { Type: 'CONTACT_FLOW' } });
    const [, parts] = (flow.Properties['Content'] as { 'Fn::Join': [string, unknown[]] })['Fn::Join'];
    expect(parts[1]).toEqual(getAtt('AtlasEngineBotAlias', 'Arn'));
    const text = parts.map((part) => (typeof part === 'string' ? part : 'arn')).join('');
    expect(JSON.parse(text)).toMatchObject({ Version: '2019-10-30', StartAction: 'Record the call' });
  });

  it('has the bot as it is defined', () => {
    const { name, roleArn } = names.bots.AtlasEngineBot;
    expect(only('AWS::Lex::Bot').Properties).toEqual(
      JSON.parse(JSON.stringify(toCloudFormationBot(atlasEngineBot, { name, roleArn }))),
    );
  });

  it('serves the bot by its live alias, with the fulfilment function in each locale', () => {
    const hook = {
      Enabled: true,
      CodeHookSpecification: {
        LambdaCodeHook: {
          CodeHookInterfaceVersion: '1.0',
          LambdaArn: names.functions.LexFulfillmentHandler.liveArn,
        },
      },
    };
    expect(only('AWS::Lex::BotAlias').Properties).toMatchObject({
      BotAliasName: 'live',
      BotAliasLocaleSettings: [
        { LocaleId: 'en_US', BotAliasLocaleSetting: hook },
        { LocaleId: 'en_GB', BotAliasLocaleSetting: hook },
      ],
    });
  });

  it('writes every id that AWS gave to SSM', () => {
    const written = resourcesOf(template, 'AWS::SSM::Parameter').map(({ Properties }) => [
      Properties['Name'],
      Properties['Value'],
    ]);
    const { bots, parameters } = names;
    const third = (arn: unknown) => ({ 'Fn::Select': [3, { 'Fn::Split': ['/', arn] }] });
    expect(Object.fromEntries(written)).toEqual({
      [parameters.instanceId]: getAtt('Instance', 'Id'),
      [parameters.outboundFlowId]: third(getAtt('OutboundFlow', 'ContactFlowArn')),
      [parameters.queueId]: third(getAtt('Queue', 'QueueArn')),
      [parameters.sourceNumber]: getAtt('PhoneNumber', 'Address'),
      [bots.AtlasEngineBot.parameters.botId]: getAtt('AtlasEngineBot', 'Id'),
      [bots.AtlasEngineBot.parameters.aliasId]: getAtt('AtlasEngineBotAlias', 'BotAliasId'),
    });
  });

  it('exports and imports nothing, and needs no function to be there', () => {
    expect(template.Outputs).toBeUndefined();
    expect(intrinsicsIn(template.Resources)).not.toContain('Fn::ImportValue');
    expect(resourcesOf(template, 'AWS::Lambda::Permission')).toEqual([]);
  });
});
