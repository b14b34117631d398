import {
  exampleConfiguration,
  intrinsicsIn,
  resourcesOf,
  synthesize,
  type Template,
} from '@atlas-engine/constructs/testing';
import { bots, toCloudFormationBot } from '@atlas-engine/lex-contracts';
import { atlasNames, botNames, contactFlowNames, type Stage, stages } from '@atlas-engine/resource-names';
import { ContactCentreInstanceStack } from './instance-stack.ts';
import { ContactCentreStack } from './contact-centre-stack.ts';

/** Of the instance, and of what is in it. */
function templatesOf(stage: Stage): readonly [Template, Template] {
  const configuration = exampleConfiguration(stage);
  const templates = synthesize(configuration, (app) => {
    new ContactCentreInstanceStack(app);
    new ContactCentreStack(app);
  });
  const { stackOf } = atlasNames(configuration);
  return [templates[stackOf('contact-centre-instance')]!, templates[stackOf('contact-centre')]!];
}
const templateOf = (stage: Stage): Template => templatesOf(stage)[1];
const names = atlasNames(exampleConfiguration('dev'));
const [instanceTemplate, template] = templatesOf('dev');
const rationed = (type: string) => resourcesOf(instanceTemplate, type)[0]!;
const named = (type: string, name: string) =>
  resourcesOf(template, type).find(({ Properties }) => Properties['Name'] === name)!;
/** A flow's content, in which each ARN is `arn`. */
const contentOf = ({ Properties }: { readonly Properties: Readonly<Record<string, unknown>> }): unknown => {
  const [, parts] = (Properties['Content'] as { 'Fn::Join': [string, unknown[]] })['Fn::Join'];
  return JSON.parse(parts.map((part) => (typeof part === 'string' ? part : 'arn')).join(''));
};
const getAtt = (resource: string, attribute: string) => ({ 'Fn::GetAtt': [resource, attribute] });

describe('the contact centre', () => {
  it.each(stages)('synthesizes for %s without a finding', (stage) => {
    const [instance] = resourcesOf(
      stage === 'dev' ? instanceTemplate : templatesOf(stage)[0],
      'AWS::Connect::Instance',
    );
    expect(instance?.Properties['InstanceAlias']).toMatch(new RegExp(`^atlas-engine-${stage}-\\d{12}$`));
  });

  it('can call out, and logs no flow', () => {
    expect(rationed('AWS::Connect::Instance').Properties).toMatchObject({
      Attributes: { InboundCalls: false, OutboundCalls: true, ContactflowLogs: false },
    });
  });

  it('stores recordings of calls, transcripts and attachments of chats in one bucket', () => {
    const S3Config = {
      BucketName: names.buckets.recordings.name,
      BucketPrefix: names.connect.recordingsPrefix,
    };
    expect(
      resourcesOf(instanceTemplate, 'AWS::Connect::InstanceStorageConfig').map(
        ({ Properties }) => Properties,
      ),
    ).toMatchObject([
      { ResourceType: 'CALL_RECORDINGS', S3Config },
      { ResourceType: 'CHAT_TRANSCRIPTS', S3Config },
      { ResourceType: 'ATTACHMENTS', S3Config },
    ]);
  });

  it('calls from a number of its own', () => {
    expect(rationed('AWS::Connect::PhoneNumber').Properties).toMatchObject({
      Type: 'DID',
      CountryCode: 'US',
    });
    expect(named('AWS::Connect::Queue', names.connect.queue).Properties).toMatchObject({
      OutboundCallerConfig: {
        OutboundCallerIdNumberArn: `{{resolve:ssm:${names.parameters.sourceNumberArn}}}`,
      },
    });
    const days = named('AWS::Connect::HoursOfOperation', names.connect.hours).Properties['Config'];
    expect(days).toHaveLength(7);
  });

  it('has the outbound flow, once the bot is known to the instance', () => {
    const flow = named('AWS::Connect::ContactFlow', names.connect.flows.AtlasEngineOutbound);
    expect(flow).toMatchObject({
      DependsOn: ['AtlasEngineBotAssociation'],
      Properties: { Type: 'CONTACT_FLOW' },
    });
    expect(contentOf(flow)).toMatchObject({ Version: '2019-10-30', StartAction: 'See the language' });
    expect(JSON.stringify(flow)).toContain(JSON.stringify(getAtt('AtlasEngineBotAlias', 'Arn')));
  });

  it('has every flow, and no reference left in them', () => {
    const flows = resourcesOf(template, 'AWS::Connect::ContactFlow');
    expect(flows.map(({ Properties }) => Properties['Name']).sort()).toEqual(
      contactFlowNames.map((name) => names.connect.flows[name]).sort(),
    );
    for (const flow of flows) expect(JSON.stringify(flow)).not.toContain('atlas:');
    expect(resourcesOf(template, 'AWS::Connect::ContactFlowModule')).toHaveLength(1);
  });

  it('hands contacts over by a quick connect for each department', () => {
    const connects = resourcesOf(template, 'AWS::Connect::QuickConnect');
    expect(connects.map(({ Properties }) => Properties['Name'])).toEqual([
      'GeneralAgentQueue-dev',
      'AccountQueue-dev',
      'LendingQueue-dev',
      'OnboardingQueue-dev',
    ]);
    const transfer = getAtt('QueueTransferFlow', 'ContactFlowArn');
    for (const { Properties } of connects)
      expect(Properties['QuickConnectConfig']).toMatchObject({
        QuickConnectType: 'QUEUE',
        QueueConfig: { ContactFlowArn: transfer },
      });
    const outreach = named('AWS::Connect::Queue', names.connect.queue);
    expect(outreach.Properties['QuickConnectArns']).toHaveLength(4);
  });

  it.each(botNames)('has %s as it is defined', (bot) => {
    const { name, roleArn } = names.bots[bot];
    expect(template.Resources[bot]?.Properties).toEqual(
      JSON.parse(JSON.stringify(toCloudFormationBot(bots[bot], { name, roleArn }))),
    );
  });

  it('gives a bot another version when its definition changes, and moves the alias to it', () => {
    const versionOf = ({ Resources }: Template) =>
      Object.keys(Resources).find((id) => id.startsWith('SalesBotVersion'));
    expect(versionOf(template)).not.toBe(versionOf(templateOf('prod')));
    const alias = template.Resources['SalesBotAlias']?.Properties;
    expect(alias?.['BotVersion']).toEqual(getAtt(versionOf(template)!, 'BotVersion'));
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
    expect(template.Resources['AtlasEngineBotAlias']?.Properties).toMatchObject({
      BotAliasName: 'live',
      BotAliasLocaleSettings: [
        { LocaleId: 'en_US', BotAliasLocaleSetting: hook },
        { LocaleId: 'en_GB', BotAliasLocaleSetting: hook },
        { LocaleId: 'es_US', BotAliasLocaleSetting: hook },
      ],
    });
    expect(template.Resources['AtlasEngineBotTextAlias']?.Properties).toMatchObject({
      BotAliasLocaleSettings: [{ LocaleId: 'en_US' }, { LocaleId: 'en_GB' }],
    });
  });

  it('logs the conversations of the bots of the contact centre, and none of AtlasEngineBot', () => {
    const settings = (bot: string) =>
      template.Resources[`${bot}Alias`]?.Properties['ConversationLogSettings'];
    for (const bot of ['GatewayBot', 'BankingBot', 'SalesBot'] as const) {
      const { logGroup } = names.bots[bot];
      const arn = `arn:aws:logs:${names.region}:${names.account}:log-group:${logGroup}`;
      expect(settings(bot)).toEqual({
        TextLogSettings: [
          {
            Enabled: true,
            Destination: { CloudWatch: { CloudWatchLogGroupArn: arn, LogPrefix: 'conversations/' } },
          },
        ],
      });
      expect(JSON.stringify(resourcesOf(template, 'AWS::IAM::Role'))).toContain(`"${arn}:*"`);
    }
    expect(settings('AtlasEngineBot')).toBeUndefined();
    expect(settings('AtlasEngineBotText')).toBeUndefined();
    const groups = resourcesOf(template, 'AWS::Logs::LogGroup');
    expect(groups.map(({ Properties }) => Properties['LogGroupName'])).toEqual([
      names.bots.GatewayBot.logGroup,
      names.bots.BankingBot.logGroup,
      names.bots.SalesBot.logGroup,
    ]);
  });

  it('writes every id that AWS gave to SSM', () => {
    const written = [instanceTemplate, template]
      .flatMap((each) => resourcesOf(each, 'AWS::SSM::Parameter'))
      .map(({ Properties }) => [Properties['Name'], Properties['Value']]);
    const { parameters } = names;
    const third = (arn: unknown) => ({ 'Fn::Select': [3, { 'Fn::Split': ['/', arn] }] });
    expect(Object.fromEntries(written)).toEqual({
      [parameters.instanceId]: getAtt('Instance', 'Id'),
      [parameters.outboundFlowId]: third(getAtt('OutboundFlow', 'ContactFlowArn')),
      [parameters.chatFlowId]: third(getAtt('ChatEntryFlow', 'ContactFlowArn')),
      [parameters.queueId]: third(getAtt('Queue', 'QueueArn')),
      [parameters.sourceNumber]: getAtt('PhoneNumber', 'Address'),
      [parameters.textAliasId]: getAtt('AtlasEngineBotTextAlias', 'BotAliasId'),
      [parameters.sourceNumberArn]: getAtt('PhoneNumber', 'PhoneNumberArn'),
      ...Object.fromEntries(
        botNames.flatMap((bot) => [
          [names.bots[bot].parameters.botId, getAtt(bot, 'Id')],
          [names.bots[bot].parameters.aliasId, getAtt(`${bot}Alias`, 'BotAliasId')],
        ]),
      ),
    });
  });

  it('keeps what AWS rations apart from what changes, and in prod when its stack goes', () => {
    const rationedTypes = new Set(['AWS::Connect::Instance', 'AWS::Connect::PhoneNumber']);
    expect(Object.values(template.Resources).filter(({ Type }) => rationedTypes.has(Type))).toEqual([]);
    const [prod] = templatesOf('prod');
    for (const type of rationedTypes) {
      expect(resourcesOf(prod, type)).toMatchObject([{ DeletionPolicy: 'Retain' }]);
      expect(rationed(type)).not.toHaveProperty('DeletionPolicy');
    }
  });

  it('exports and imports nothing, and needs no function to be there', () => {
    expect(template.Outputs).toBeUndefined();
    expect(intrinsicsIn(template.Resources)).not.toContain('Fn::ImportValue');
    expect(resourcesOf(template, 'AWS::Lambda::Permission')).toEqual([]);
  });
});
