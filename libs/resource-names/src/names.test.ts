import * as fc from 'fast-check';
import { botNames, functionNames, platformStacks, policyNames, ruleNames } from './constants.ts';
import { atlasNames } from './names.ts';
import { siteOrigin } from './site-names.ts';
import { stageConfiguration } from './stage-configuration.ts';
import { stages } from './stage.ts';

const local = atlasNames({ stage: 'local', account: '000000000000', region: 'us-east-1' });

const strings = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
};

describe('atlasNames', () => {
  it('names a function, its alias, role and log group', () => {
    expect(local.functions.CreateLeadHandler).toEqual({
      name: 'CreateLeadHandler-local',
      arn: 'arn:aws:lambda:us-east-1:000000000000:function:CreateLeadHandler-local',
      liveArn: 'arn:aws:lambda:us-east-1:000000000000:function:CreateLeadHandler-local:live',
      roleName: 'CreateLeadHandler-role-local',
      roleArn: 'arn:aws:iam::000000000000:role/CreateLeadHandler-role-local',
      logGroup: '/aws/lambda/CreateLeadHandler-local',
      deployment: {
        application: 'CreateLeadHandler-local',
        roleName: 'CreateLeadHandler-deployment-local',
        roleArn: 'arn:aws:iam::000000000000:role/CreateLeadHandler-deployment-local',
      },
    });
  });

  it('names what the functions share', () => {
    expect(local.tables.interactions.arn).toBe(
      'arn:aws:dynamodb:us-east-1:000000000000:table/AtlasEngineInteractions-local',
    );
    expect(local.workflow.executionsArn).toBe(
      'arn:aws:states:us-east-1:000000000000:execution:AtlasEngineWorkflow-local:*',
    );
    expect(local.buckets.recordings).toEqual({
      name: 'atlas-engine-recordings-local-000000000000-us-east-1',
      arn: 'arn:aws:s3:::atlas-engine-recordings-local-000000000000-us-east-1',
    });
    expect(local.workflow.liveArn).toBe(
      'arn:aws:states:us-east-1:000000000000:stateMachine:AtlasEngineWorkflow-local:live',
    );
    expect(local.alarms['InitiateCallHandler-Errors']).toEqual({
      name: 'InitiateCallHandler-Errors-local',
      arn: 'arn:aws:cloudwatch:us-east-1:000000000000:alarm:InitiateCallHandler-Errors-local',
    });
    expect(local.secrets.salesforce.arnPattern).toBe(`${local.secrets.salesforce.arn}-??????`);
    expect(local.parameters.outboundFlowId).toBe('/atlas-engine/local/connect/outbound-flow-id');
    expect(local.policies.ScopedBedrockInvokePolicy.arn).toBe(
      'arn:aws:iam::000000000000:policy/ScopedBedrockInvokePolicy-local',
    );
  });

  it('reaches queues at the local cloud, at the service, or where it is told', () => {
    const scope = { account: '123456789012', region: 'eu-central-1' };
    expect(local.queues.dial.url).toBe('http://127.0.0.1:4566/000000000000/AtlasEngineDialQueue-local');
    expect(atlasNames({ ...scope, stage: 'dev' }).queues.dial.url).toBe(
      'https://sqs.eu-central-1.amazonaws.com/123456789012/AtlasEngineDialQueue-dev',
    );
    const elsewhere = { ...scope, stage: 'dev', endpoints: { sqs: 'http://127.0.0.1:5000' } } as const;
    expect(atlasNames(elsewhere).queues.dial.url).toBe(
      'http://127.0.0.1:5000/123456789012/AtlasEngineDialQueue-dev',
    );
  });

  it('names bots, their aliases and where their ids are kept', () => {
    expect(local.bots.BankingBot).toEqual({
      name: 'BankingBot-local',
      alias: 'prod',
      roleName: 'BankingBot-role-local',
      roleArn: 'arn:aws:iam::000000000000:role/BankingBot-role-local',
      parameters: {
        botId: '/atlas-engine/local/lex/banking-bot/bot-id',
        aliasId: '/atlas-engine/local/lex/banking-bot/bot-alias-id',
      },
      logGroup: '/aws/lex/BankingBot-local',
    });
    expect(local.bots.AtlasEngineBot.alias).toBe('live');
  });

  it('names sites, and where their origins are', () => {
    expect(local.sites.Console).toEqual({
      name: 'AtlasEngineConsole-local',
      bucket: {
        name: 'atlas-engine-console-local-000000000000-us-east-1',
        arn: 'arn:aws:s3:::atlas-engine-console-local-000000000000-us-east-1',
      },
      accessLogs: {
        name: 'atlas-engine-console-logs-local-000000000000-us-east-1',
        arn: 'arn:aws:s3:::atlas-engine-console-logs-local-000000000000-us-east-1',
      },
      publisher: {
        roleName: 'AtlasEngineConsole-publisher-local',
        roleArn: 'arn:aws:iam::000000000000:role/AtlasEngineConsole-publisher-local',
        logGroup: '/aws/lambda/AtlasEngineConsole-publisher-local',
      },
      originParameter: '/atlas-engine/local/site/console/origin',
    });
    expect(local.stackOf('Chat')).toBe('atlas-local-chat');
  });

  it.each([
    ['Console', 'http://console.localhost:4566'],
    ['Chat', 'http://chat.localhost:4566'],
  ] as const)('knows the origin of %s before it is deployed, where there is a domain', (site, origin) => {
    const configuration = stageConfiguration('local', {});
    expect(siteOrigin(configuration, site)).toBe(origin);
    const dev = stageConfiguration('dev', { ATLAS_ACCOUNT: '123456789012' });
    expect(siteOrigin(dev, site)).toBeUndefined();
    const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/one';
    const domain = { name: 'desk.example.com', certificateArn };
    const sites = {
      console: { ...dev.sites.console, domain },
      chat: { ...dev.sites.chat, domain },
    };
    expect(siteOrigin({ ...dev, sites }, site)).toBe('https://desk.example.com');
  });

  it('names stacks as their projects', () => {
    expect(functionNames.map((name) => local.stackOf(name))).toEqual([
      'atlas-local-create-lead',
      'atlas-local-generate-dynamic-scenario',
      'atlas-local-initiate-call',
      'atlas-local-invoke-outbound-call',
      'atlas-local-lex-fulfillment',
      'atlas-local-start-transcription',
      'atlas-local-summarize-and-resume',
      'atlas-local-update-lead',
      'atlas-local-agent-workspace',
      'atlas-local-banking-fulfillment',
      'atlas-local-gateway-fulfillment',
      'atlas-local-sales-fulfillment',
      'atlas-local-start-chat',
    ]);
    expect(platformStacks.map((name) => local.stackOf(name))).toContain('atlas-local-contact-centre');
  });

  it('has a name for every constant', () => {
    expect(Object.keys(local.functions)).toEqual([...functionNames]);
    expect(Object.keys(local.policies)).toEqual([...policyNames]);
    expect(Object.keys(local.rules)).toEqual([...ruleNames]);
    expect(Object.keys(local.bots)).toEqual([...botNames]);
  });

  it('takes the partition from the region', () => {
    const china = atlasNames({ stage: 'prod', account: '123456789012', region: 'cn-north-1' });
    expect(china.functions.UpdateLeadHandler.arn).toMatch(/^arn:aws-cn:lambda:/);
    expect(china.queues.dial.url).toMatch(/^https:\/\/sqs\.cn-north-1\.amazonaws\.com\.cn\//);
    expect(atlasNames({ ...china, region: 'us-gov-west-1' }).tables.taskTokens.arn).toMatch(
      /^arn:aws-us-gov:/,
    );
  });

  it('shares no name between two stages of one account, and no string is unresolved', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...stages), { minLength: 2, maxLength: 2 }),
        fc.stringMatching(/^\d{12}$/),
        ([one, other], account) => {
          const [names, others] = [one!, other!].map((stage) => {
            const shared = ['live', 'prod', account, 'us-east-1', 'aws'];
            const all = strings(atlasNames({ stage, account, region: 'us-east-1' }));
            return all.filter((text) => !shared.includes(text));
          });
          expect(names!.filter((name) => others!.includes(name))).toEqual([]);
          expect([...names!, ...others!].filter((name) => /undefined|NaN|\[object/.test(name))).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('keeps within the lengths that AWS allows', () => {
    for (const stage of stages) {
      const names = atlasNames({ stage, account: '123456789012', region: 'eu-central-1' });
      for (const { name, roleName, deployment } of Object.values(names.functions)) {
        for (const text of [name, roleName, deployment.roleName]) expect(text.length).toBeLessThanOrEqual(64);
      }
      for (const { name } of Object.values(names.buckets)) expect(name).toMatch(/^[a-z0-9-]{3,63}$/);
      expect(names.connect.instanceAlias).toMatch(/^(?!d-)[\da-zA-Z]+(-+[\da-zA-Z]+)*$/);
      expect(names.connect.instanceAlias.length).toBeLessThanOrEqual(45);
    }
  });
});
