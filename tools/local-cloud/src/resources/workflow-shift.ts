import { AwsError } from '@atlas-engine/aws-wire';
import {
  shiftTraffic,
  TemplateError,
  type MadeResource,
  type ResourceRequest,
  type ShiftFailure,
} from '@atlas-engine/cloudformation-double';
import * as z from 'zod';
import { textProperty } from './properties.ts';
import type { Cloud, Putting } from './resource-type.ts';

/** How an alias comes to a version. Source: CloudFormation's reference of AWS::StepFunctions::StateMachineAlias. */
const preferenceShape = z.strictObject({
  StateMachineVersionArn: z.string(),
  Type: z.enum(['LINEAR', 'CANARY', 'ALL_AT_ONCE']),
  Percentage: z.number().int().min(1).max(99).default(100),
  Interval: z.number().int().min(1).max(2100).default(1),
  Alarms: z.array(z.string()).min(1).max(100).default([]),
});

function preferenceOf({ logicalId, type, properties }: ResourceRequest) {
  const parsed = preferenceShape.safeParse(properties['DeploymentPreference']);
  if (parsed.success) return parsed.data;
  const problem = z.prettifyError(parsed.error);
  throw new TemplateError(`${logicalId} (${type}): DeploymentPreference ${problem}`);
}

interface Route {
  readonly stateMachineVersionArn: string;
  readonly weight: number;
}

/** The version that an alias is to lead to. */
export const targetOf = (resource: ResourceRequest): string => preferenceOf(resource).StateMachineVersionArn;

export const allTo = (stateMachineVersionArn: string): readonly Route[] => [
  { stateMachineVersionArn, weight: 100 },
];

/** Leads an alias to one version, or to two by weight. */
export function leadTo(
  resource: ResourceRequest,
  { services }: Cloud,
  routes: readonly Route[],
): MadeResource {
  const name = textProperty(resource, 'Name');
  const { stateMachineAliasArn } = services.states.registerAlias({ name, routes });
  return { physicalId: stateMachineAliasArn, attributes: { Arn: stateMachineAliasArn } };
}

/** Leads an alias to its new version step by step, when that is how it is wanted. */
export function workflowShift(
  resource: ResourceRequest,
  cloud: Cloud,
  { before, deployment }: Putting,
): Promise<MadeResource> | undefined {
  const { Type, Percentage, Interval, Alarms, StateMachineVersionArn: to } = preferenceOf(resource);
  if (before === undefined || deployment === undefined) return undefined;
  const from = targetOf(before);
  if (deployment.immediate || from === to || Type === 'ALL_AT_ONCE') return undefined;
  const { clock, metrics } = cloud.services;
  const routes = (share: number): readonly Route[] =>
    [
      { stateMachineVersionArn: to, weight: share },
      { stateMachineVersionArn: from, weight: 100 - share },
    ].filter(({ weight }) => weight > 0);
  return deployment.waiting(async () => {
    const failure = await shiftTraffic(clock, {
      plan: { type: Type, percentage: Percentage, minutes: Interval },
      startedAt: clock.now(),
      share: (share) => void leadTo(resource, cloud, routes(share)),
      ringing: () => Alarms.find((alarm) => metrics.alarms.find(nameIn(alarm))?.state === 'ALARM'),
      onAlarm: (listener) => metrics.onAlarm(listener),
      signal: deployment.signal,
    });
    if (failure !== undefined) throw new AwsError('DeploymentFailed', describeFailure(failure));
    return leadTo(resource, cloud, routes(100));
  });
}

/** Alarms are given by name or by ARN. */
const nameIn = (alarm: string): string => alarm.replace(/^arn:.*:alarm:/, '');

const describeFailure = (failure: ShiftFailure): string =>
  failure.kind === 'alarm'
    ? `The deployment was rolled back: the alarm ${failure.alarm} is in ALARM`
    : 'The deployment was cancelled';
