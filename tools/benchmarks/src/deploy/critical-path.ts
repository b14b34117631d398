/** A template, in the parts that decide what waits for what. */
export interface GraphTemplate {
  readonly Resources: Readonly<Record<string, GraphResource>>;
}

interface GraphResource {
  readonly Type: string;
  readonly DependsOn?: string | readonly string[];
  readonly Properties?: unknown;
}

/**
 * Seconds that CloudFormation takes to create one resource, by type: figures of experience, rounded up, not measured here.
 * They say which resources a first deployment waits for, not how long it takes on a certain day.
 */
export const creationSeconds: Readonly<Record<string, number>> = {
  'AWS::CloudWatch::Alarm': 5,
  'AWS::CodeDeploy::Application': 5,
  'AWS::CodeDeploy::DeploymentGroup': 10,
  'AWS::Connect::ContactFlow': 10,
  'AWS::Connect::HoursOfOperation': 5,
  'AWS::Connect::Instance': 120,
  'AWS::Connect::InstanceStorageConfig': 15,
  'AWS::Connect::IntegrationAssociation': 15,
  'AWS::Connect::PhoneNumber': 60,
  'AWS::Connect::Queue': 10,
  'AWS::DynamoDB::Table': 45,
  'AWS::Events::Rule': 65,
  'AWS::IAM::ManagedPolicy': 20,
  'AWS::IAM::Role': 20,
  'AWS::Lambda::Alias': 5,
  'AWS::Lambda::EventInvokeConfig': 5,
  'AWS::Lambda::EventSourceMapping': 25,
  'AWS::Lambda::Function': 15,
  'AWS::Lambda::Version': 10,
  'AWS::Lex::Bot': 90,
  'AWS::Lex::BotAlias': 15,
  'AWS::Lex::BotVersion': 45,
  'AWS::Logs::LogGroup': 5,
  'AWS::S3::Bucket': 25,
  'AWS::S3::BucketPolicy': 5,
  'AWS::SNS::Topic': 15,
  'AWS::SQS::Queue': 65,
  'AWS::SecretsManager::Secret': 10,
  'AWS::StepFunctions::StateMachine': 10,
};

/** Of types without a figure. */
const otherSeconds = 10;
/** Look-ups, upload of assets, polling: once for each stack. */
const stackOverheadSeconds = 15;

/** Seconds until the last resource of a stack is there, when each begins as soon as those that it needs are. */
export function stackSeconds({ Resources }: GraphTemplate): number {
  const ends = new Map<string, number>();
  const endOf = (name: string): number => {
    const known = ends.get(name);
    if (known !== undefined) return known;
    const resource = Resources[name];
    if (resource === undefined) return 0;
    // A circle, which CloudFormation would refuse, must not hang the benchmark.
    ends.set(name, 0);
    const begin = Math.max(0, ...needsOf(resource).map(endOf));
    const end = begin + (creationSeconds[resource.Type] ?? otherSeconds);
    ends.set(name, end);
    return end;
  };
  return stackOverheadSeconds + Math.max(0, ...Object.keys(Resources).map(endOf));
}

/** The resources that a resource refers to. */
function needsOf({ DependsOn = [], Properties }: GraphResource): readonly string[] {
  const text = JSON.stringify(Properties ?? {});
  const references = [
    ...text.matchAll(/"Ref":"([^"]+)"/g),
    ...text.matchAll(/"Fn::GetAtt":\["([^"]+)"/g),
    ...text.matchAll(/\$\{([A-Za-z0-9]+)[.}]/g),
  ].map(([, name = '']) => name);
  return [...(typeof DependsOn === 'string' ? [DependsOn] : DependsOn), ...references];
}

/** The stacks of a project, in the order in which the CDK deploys them, one after the other. */
export interface ProjectStacks {
  readonly project: string;
  readonly layer: string;
  readonly templates: readonly GraphTemplate[];
}

/**
 * Seconds of a first deployment: layers one after the other, the projects of a layer at the same time, the stacks of
 * a project one after the other.
 */
export const criticalPathSeconds = (projects: readonly ProjectStacks[], layers: readonly string[]): number =>
  layers
    .map((layer) => projects.filter((project) => project.layer === layer))
    .map((members) => Math.max(0, ...members.map(({ templates }) => sum(templates.map(stackSeconds)))))
    .reduce((total, seconds) => total + seconds, 0);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
