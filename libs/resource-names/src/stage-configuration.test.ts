import { modelArns } from './bedrock-model.ts';
import { environmentVariables } from './environment-variables.ts';
import { stages, stageFromEnvironment } from './stage.ts';
import { StageConfigurationError } from './stage-configuration-error.ts';
import {
  checkStageConfiguration,
  configurationFromEnvironment,
  stageConfiguration,
} from './stage-configuration.ts';
import { trafficShifts } from './traffic-shift.ts';

const account = '123456789012';
const problemsOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof StageConfigurationError) return error.problems;
    throw error;
  }
  return [];
};

describe('stageConfiguration', () => {
  it.each(stages)('accepts %s as it is written down', (stage) => {
    expect(stageConfiguration(stage, { ATLAS_ACCOUNT: account })).toMatchObject({
      stage,
      account,
      region: 'us-east-1',
      pacing: { callsPerSecond: 1.8, burst: 5, maxConcurrentCalls: 10 },
      connect: { trafficType: 'GENERAL' },
    });
  });

  it('needs no account for the local stage', () => {
    const local = stageConfiguration('local', {});
    expect(local).toMatchObject({ account: '000000000000', endpoints: { sqs: 'http://127.0.0.1:4566' } });
  });

  it('asks for the account of a real stage', () => {
    expect(problemsOf(() => stageConfiguration('prod', {}))).toEqual([
      { key: 'account', value: undefined, allowed: 'twelve digits; set ATLAS_ACCOUNT to the AWS account' },
    ]);
  });

  it('follows the region to its models', () => {
    const { models } = stageConfiguration('dev', { ATLAS_ACCOUNT: account, ATLAS_REGION: 'eu-central-1' });
    expect(models.scenario.id).toMatch(/^eu\./);
    expect(models.scenario.regions).toContain('eu-west-1');
  });

  it('brings callers of real stages to a new version step by step, or as one deployment asks', () => {
    const shifts = stages.map((stage) => stageConfiguration(stage, { ATLAS_ACCOUNT: account }).goLive.shift);
    expect(shifts).toEqual([
      'AllAtOnce',
      'AllAtOnce',
      'Linear10PercentEvery1Minute',
      'Canary10Percent5Minutes',
    ]);
    const urgent = { ATLAS_ACCOUNT: account, ATLAS_TRAFFIC_SHIFT: 'AllAtOnce' };
    expect(stageConfiguration('prod', urgent).goLive).toEqual({ shift: 'AllAtOnce', maxErrors: 1 });
    expect(problemsOf(() => stageConfiguration('local', { ATLAS_TRAFFIC_SHIFT: 'Slowly' }))).toEqual([
      {
        key: 'ATLAS_TRAFFIC_SHIFT',
        value: 'Slowly',
        allowed: expect.stringMatching(/^one of AllAtOnce, Canary10Percent5Minutes, /),
      },
    ]);
  });

  it('has a repository whose workflows may deploy when one is named, and none else', () => {
    const of = (name: string) => stageConfiguration('local', { ATLAS_GITHUB_REPOSITORY: name });
    expect(of('example/atlas-engine').githubRepository).toBe('example/atlas-engine');
    expect(of('').githubRepository).toBeUndefined();
    for (const name of ['example', 'example/*', 'a/b/c', 'example/atlas:environment']) {
      expect(problemsOf(() => of(name))).toEqual([
        {
          key: 'githubRepository',
          value: name,
          allowed: 'a repository on GitHub as owner/name; set ATLAS_GITHUB_REPOSITORY to it, or to nothing',
        },
      ]);
    }
  });

  it('knows every shift by the share and the minutes that its name says', () => {
    for (const [name, { type, percentage, minutes }] of Object.entries(trafficShifts)) {
      const words = {
        ALL_AT_ONCE: 'AllAtOnce',
        CANARY: `Canary${percentage}Percent${minutes}Minutes`,
        LINEAR: `Linear${percentage}PercentEvery${minutes}Minute${minutes === 1 ? '' : 's'}`,
      };
      expect(name).toBe(words[type]);
    }
  });

  it('names every wrong value, with what is allowed', () => {
    const wrong = {
      ...stageConfiguration('dev', { ATLAS_ACCOUNT: account }),
      account: '12',
      pacing: { callsPerSecond: 0, burst: 2.5, maxConcurrentCalls: 10, expectedCallSeconds: 60 },
      connect: { trafficType: 'BULK', phoneCountry: 'US' },
      retention: { logsDays: 31, recordingsDays: 30, transcriptsDays: 90 },
      salesTeamEmails: ['nobody'],
      colour: 'red',
    };
    expect(problemsOf(() => checkStageConfiguration(wrong))).toEqual([
      { key: 'account', value: '12', allowed: 'twelve digits; set ATLAS_ACCOUNT to the AWS account' },
      { key: 'retention.logsDays', value: 31, allowed: expect.stringMatching(/^one of 1, 3, 5, .*3653$/) },
      { key: 'pacing.callsPerSecond', value: 0, allowed: 'a number from 0.1 to 100' },
      { key: 'pacing.burst', value: 2.5, allowed: 'a whole number from 1 to 100' },
      { key: 'connect.trafficType', value: 'BULK', allowed: 'one of GENERAL, CAMPAIGN' },
      { key: 'salesTeamEmails.0', value: 'nobody', allowed: 'e-mail addresses' },
      { key: 'colour', value: 'red', allowed: 'no such key' },
    ]);
  });

  it('says it in one line per problem', () => {
    expect(() =>
      stageConfiguration(
        'local',
        {},
        { pacing: { callsPerSecond: -1, burst: 0, maxConcurrentCalls: 1, expectedCallSeconds: 60 } },
      ),
    ).toThrow(
      'pacing.callsPerSecond: -1 is not allowed; allowed: a number from 0.1 to 100\n' +
        'pacing.burst: 0 is not allowed; allowed: a whole number from 1 to 100',
    );
  });

  it('refuses a stage and a region that it does not know', () => {
    expect(() => stageFromEnvironment({ ATLAS_STAGE: 'production' })).toThrow(
      'ATLAS_STAGE: "production" is not allowed; allowed: one of local, dev, staging, prod',
    );
    expect(() => configurationFromEnvironment({ ATLAS_REGION: 'us-east-9' })).toThrow(
      'ATLAS_REGION: "us-east-9" is not allowed; allowed: one of us-east-1, us-west-2, eu-central-1',
    );
  });

  it('takes the stage from the environment, local without one', () => {
    expect(configurationFromEnvironment({ ATLAS_STAGE: 'staging', ATLAS_ACCOUNT: account }).stage).toBe(
      'staging',
    );
    expect(configurationFromEnvironment({}).stage).toBe('local');
  });
});

describe('modelArns', () => {
  const place = { account, region: 'us-east-1' };

  it('covers an inference profile and its model where it may run', () => {
    expect(modelArns({ id: 'us.vendor.model-v1:0', regions: ['us-east-1', 'us-west-2'] }, place)).toEqual([
      `arn:aws:bedrock:us-east-1:${account}:inference-profile/us.vendor.model-v1:0`,
      'arn:aws:bedrock:us-east-1::foundation-model/vendor.model-v1:0',
      'arn:aws:bedrock:us-west-2::foundation-model/vendor.model-v1:0',
    ]);
  });

  it('covers a model alone', () => {
    expect(modelArns({ id: 'vendor.model-v1:0', regions: ['us-east-1'] }, place)).toEqual([
      'arn:aws:bedrock:us-east-1::foundation-model/vendor.model-v1:0',
    ]);
  });
});

describe('environmentVariables', () => {
  it('describes each variable', () => {
    for (const [name, description] of Object.entries(environmentVariables)) {
      expect(name).toMatch(/^[A-Z][A-Z_]+$/);
      expect(description.length).toBeGreaterThan(10);
    }
  });
});
