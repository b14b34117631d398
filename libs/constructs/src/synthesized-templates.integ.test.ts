import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  atlasNames,
  configurationFromEnvironment,
  environmentVariables,
  functionNames,
  platformStacks,
  siteNames,
} from '@atlas-engine/resource-names';
import { intrinsicsIn, resourcesOf, stringsIn, type Template } from './testing/synthesize.ts';

const workspace = join(process.cwd(), '../..');
const configuration = configurationFromEnvironment();
const names = atlasNames(configuration);
const templates = globSync('{apps/*/*,infra/*}/cdk.out/*.template.json', { cwd: workspace }).map((file) => {
  const template = JSON.parse(readFileSync(join(workspace, file), 'utf8')) as Template;
  return [file.replace(/^.*\//, '').replace('.template.json', ''), template] as const;
});

/** Whether a workflow deploys the stage. */
const deployed = configuration.githubRepository !== undefined;
const templateOf = (stack: string) => templates.find(([name]) => name === stack)?.[1];
const known = stringsIn(names);
const parametersOfStage = [
  ...stringsIn(names.parameters),
  ...Object.values(names.bots).flatMap(({ parameters }) => Object.values(parameters)),
  ...stringsIn(names.identity.parameters),
  ...Object.values(names.httpApis).map(({ idParameter }) => idParameter),
  ...Object.values(names.sites).map(({ originParameter }) => originParameter),
];
const resolved = (template: Template): string[] =>
  stringsIn(template.Resources).flatMap((text) =>
    [...text.matchAll(/\{\{resolve:ssm:([^}]+)\}\}/g)].map((match) => match[1]!),
  );

/** ARNs that are no resource of ours: bundles, integrations, models, jobs, contacts, certificates. */
const foreign =
  /^arn:aws:(states:::|bedrock:|acm:|s3:::cdk-|transcribe:[^:]*:\d+:transcription-job\/atlas\.)/;
/** The beginning of an ARN of the same stack's, which ends with an id that AWS gives. */
const own = /^arn:aws:(execute-api:[^:]*:\d+:|cloudfront::\d+:distribution\/)$/;

describe('the synthesized stacks', () => {
  it('are those of every function, of the platform and of every site', () => {
    const expected = [
      ...functionNames.map(names.stackOf),
      ...platformStacks.filter((part) => deployed || part !== 'deployment-access').map(names.stackOf),
      ...siteNames.map(names.stackOf),
    ];
    expect(templates.map(([name]) => name).sort()).toEqual(expected.sort());
  });

  it.each(templates)('%s exports and imports nothing', (_name, template) => {
    expect(template.Outputs).toBeUndefined();
    expect(intrinsicsIn(template.Resources)).not.toContain('Fn::ImportValue');
  });

  it.each(templates)('%s refers to others by computed names only', (_name, template) => {
    const arns = stringsIn(template.Resources).filter((text) => /^arn:[a-z-]+:[a-z0-9]/.test(text));
    const strange = arns.filter(
      (arn) =>
        !foreign.test(arn) && !own.test(arn) && !known.some((name) => arn === name || arn.startsWith(name)),
    );
    expect(
      strange.filter((arn) => !arn.includes('{{resolve:ssm:/atlas-engine/') && !arn.includes(':log-group:')),
    ).toEqual([]);
  });

  it.each(templates)('%s reads only parameters and variables that have a name', (_name, template) => {
    expect(parametersOfStage).toEqual(expect.arrayContaining(resolved(template)));
    const ours = resourcesOf(template, 'AWS::Lambda::Function').filter(({ Properties }) =>
      known.includes(String(Properties['FunctionName'])),
    );
    const variables = ours.flatMap(({ Properties }) =>
      Object.keys((Properties['Environment'] as { Variables: object }).Variables),
    );
    expect(Object.keys(environmentVariables)).toEqual(expect.arrayContaining(variables));
  });

  it('carry every parameter that one of them reads, and none without a name', () => {
    const written = templates
      .flatMap(([, template]) => resourcesOf(template, 'AWS::SSM::Parameter'))
      .map(({ Properties }) => Properties['Name']);
    expect(written).toEqual(expect.arrayContaining(templates.flatMap(([, template]) => resolved(template))));
    expect(parametersOfStage).toEqual(expect.arrayContaining(written));
  });

  const policies = {
    CreateLeadHandler: ['AtlasEngineCorePolicy', 'AtlasEngineLoggingPolicy', 'AtlasEngineSecretsPolicy'],
    GenerateDynamicScenarioHandler: [
      'AtlasEngineCorePolicy',
      'AtlasEngineLoggingPolicy',
      'ScopedBedrockInvokePolicy',
    ],
    InitiateCallHandler: ['AtlasEngineCorePolicy', 'AtlasEngineLoggingPolicy'],
    InvokeOutboundCallHandler: ['AtlasEngineCorePolicy', 'AtlasEngineLoggingPolicy'],
    LexFulfillmentHandler: ['AtlasEngineCorePolicy', 'AtlasEngineLoggingPolicy'],
    StartTranscriptionHandler: ['AtlasEngineCorePolicy', 'AtlasEngineLoggingPolicy'],
    SummarizeAndResumeHandler: [
      'AtlasEngineCorePolicy',
      'AtlasEngineLoggingPolicy',
      'ScopedBedrockInvokePolicy',
    ],
    AgentWorkspaceHandler: ['AtlasEngineCorePolicy', 'AtlasEngineLoggingPolicy'],
    UpdateLeadHandler: ['AtlasEngineCorePolicy', 'AtlasEngineLoggingPolicy', 'AtlasEngineSecretsPolicy'],
  } as const;

  it.each(Object.entries(policies))('give the role of %s only what it calls', (service, expected) => {
    const [role] = resourcesOf(templateOf(names.stackOf(service as keyof typeof policies)), 'AWS::IAM::Role');
    expect(role?.Properties['ManagedPolicyArns']).toEqual(
      expected.map((policy) => names.policies[policy].arn),
    );
  });
});
