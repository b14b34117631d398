import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type EnvironmentVariable,
  type FunctionName,
  liveAlias,
  type MetricAlarm,
  type PolicyName,
} from '@atlas-engine/resource-names';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Alias,
  Architecture,
  Code,
  Function as LambdaFunction,
  type IVersion,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import type { AtlasApp } from './atlas-app.ts';
import { AtlasStack } from './atlas-stack.ts';
import { addFunctionAlarms, addNewVersionAlarm } from './function-alarms.ts';
import { functionEnvironment } from './function-environment.ts';
import {
  addQueueTrigger,
  addRuleTrigger,
  keepFailedEvents,
  type QueueTrigger,
  type RuleTrigger,
} from './function-triggers.ts';
import { addGradualDeployment } from './gradual-deployment.ts';
import { type ApiTrigger, HttpApi } from './http-api/http-api.ts';
import { InvalidStackError } from './invalid-stack-error.ts';
import { addLogGroup } from './log-group.ts';
import { addMetricAlarms } from './metric-alarms.ts';
import { acknowledgeWildcards, type Permission, policyDocument } from './permission.ts';
import { sendTo } from './permissions.ts';

/** What one function needs of AWS. */
export interface FunctionStackProps {
  readonly service: FunctionName;
  readonly description: string;
  /** Folder with the bundle, `handler.mjs`. */
  readonly assetDirectory: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** Beside the common ones. */
  readonly environment?: readonly EnvironmentVariable[];
  readonly policies: readonly PolicyName[];
  /** What no managed policy gives. Consuming the trigger's queue and keeping failed events are added here. */
  readonly permissions?: readonly Permission[];
  readonly queue?: QueueTrigger;
  readonly rules?: readonly RuleTrigger[];
  readonly api?: ApiTrigger;
  /** On metrics that this function writes; errors, throttles and slowness are watched anyway. */
  readonly alarms?: readonly MetricAlarm[];
}

/** One function with all that is its own: log group, role, version, live alias, its way to go live, alarms, triggers. */
export class FunctionStack extends AtlasStack {
  /** What callers invoke. */
  readonly live: Alias;

  constructor(app: AtlasApp, props: FunctionStackProps) {
    super(app, props.service, props.description);
    const { rules = [], queue, api } = props;
    const handler = this.#createFunction(props, this.#createRole(props));
    // CDK's own class is not exactly its own interface: `role` may be undefined.
    const version = handler.currentVersion as IVersion;
    this.live = new Alias(this, 'Live', { aliasName: liveAlias, version });
    addFunctionAlarms(this, props);
    addMetricAlarms(this, props.alarms ?? []);
    const alarm = addNewVersionAlarm(this, props.service, version.version);
    addGradualDeployment(this, { service: props.service, live: this.live, alarm });
    if (queue !== undefined) addQueueTrigger(this, this.live, queue);
    if (api !== undefined) new HttpApi(this, this.live, { ...api, timeoutSeconds: props.timeoutSeconds });
    for (const rule of rules) addRuleTrigger(this, this.live, rule);
    if (rules.length > 0) keepFailedEvents(this, this.live);
  }

  #createRole(props: FunctionStackProps): Role {
    const permissions = [...triggerPermissions(this, props), ...(props.permissions ?? [])];
    const role = new Role(this, 'Role', {
      roleName: this.names.functions[props.service].roleName,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      managedPolicies: props.policies.map((policy) =>
        ManagedPolicy.fromManagedPolicyArn(this, policy, this.names.policies[policy].arn),
      ),
      ...(permissions.length > 0 ? { inlinePolicies: { Own: policyDocument(permissions) } } : {}),
    });
    acknowledgeWildcards(role, permissions);
    return role;
  }

  #createFunction(props: FunctionStackProps, role: Role): LambdaFunction {
    const { names, configuration } = this;
    const { name, logGroup } = names.functions[props.service];
    return new LambdaFunction(this, 'Function', {
      functionName: name,
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'handler.handler',
      code: bundleIn(props.assetDirectory),
      // What the role may do is written here, not collected from what CDK thinks it needs.
      role: role.withoutPolicyUpdates(),
      environment: functionEnvironment(
        { names, configuration, service: props.service },
        props.environment ?? [],
      ),
      timeout: Duration.seconds(props.timeoutSeconds),
      memorySize: props.memoryMb,
      tracing: Tracing.ACTIVE,
      logGroup: addLogGroup(this, logGroup),
      // An earlier version must be there to go back to.
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
    });
  }
}

function triggerPermissions({ names }: AtlasStack, { queue, rules = [] }: FunctionStackProps): Permission[] {
  const consume = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
  return [
    ...(queue === undefined ? [] : [{ actions: consume, resources: [queue.queue.arn] }]),
    ...(rules.length === 0 ? [] : [sendTo(names.queues.deadLetters)]),
  ];
}

function bundleIn(directory: string): Code {
  if (!existsSync(join(directory, 'handler.mjs'))) {
    throw new InvalidStackError(`${directory} has no handler.mjs: run the project's \`build\` target first.`);
  }
  // Neither source maps nor what the bundler leaves behind belong to the function.
  return Code.fromAsset(directory, { exclude: ['*.map', 'package.json', 'meta.json'] });
}
