import { AwsError, jsonService, notSupported, type ServiceDouble } from '@atlas-engine/aws-wire';
import {
  deterministicUuid,
  type Collection,
  type SimulationClock,
  type StateStore,
} from '@atlas-engine/simulation';
import * as z from 'zod';
import { shiftPlanOf, shiftTraffic, type ShiftFailure } from './traffic-shift.ts';

const flag = z.union([z.boolean(), z.stringbool()]);
const groupSchema = z.looseObject({
  ApplicationName: z.string(),
  DeploymentGroupName: z.string(),
  DeploymentConfigName: z.string(),
  AlarmConfiguration: z
    .looseObject({ Enabled: flag, Alarms: z.array(z.looseObject({ Name: z.string() })).default([]) })
    .optional(),
  AutoRollbackConfiguration: z
    .looseObject({ Enabled: flag, Events: z.array(z.string()).default([]) })
    .optional(),
});
type Group = z.output<typeof groupSchema>;

/** Where the traffic of an alias goes. */
export interface AliasRouter {
  route(
    functionName: string,
    alias: string,
    to: { version: string; additional?: { version: string; weight: number } },
  ): void;
}

export interface CodeDeployOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly aliases: AliasRouter;
  readonly alarmState: (name: string) => string | undefined;
  readonly onAlarm: (listener: () => void) => () => void;
}

/** A deployment: an alias is led from one version to another. */
export interface DeploymentRequest {
  readonly applicationName: string;
  readonly groupName: string;
  readonly functionName: string;
  readonly alias: string;
  readonly from: string;
  readonly to: string;
}

interface Deployment extends DeploymentRequest {
  readonly id: string;
  readonly configuration: string;
  readonly status: 'InProgress' | 'Succeeded' | 'Stopped';
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly problem?: { readonly code: string; readonly message: string };
}

/** CodeDeploy on this machine, for Lambda. */
export interface CodeDeploy {
  /** For the wire server; signing scope `codedeploy`. */
  readonly service: ServiceDouble;
  /** Makes or changes a group by the Properties of an AWS::CodeDeploy::DeploymentGroup. @throws AwsError */
  putGroup(properties: unknown): void;
  removeGroup(applicationName: string, groupName: string): void;
  /** Whether a deployment of the group is over at once. @throws AwsError DeploymentGroupDoesNotExistException */
  isImmediate(applicationName: string, groupName: string): boolean;
  /** Leads an alias to another version, as the group wants it. @throws AwsError DeploymentFailed with the reason */
  deploy(request: DeploymentRequest, signal: AbortSignal): Promise<void>;
}

const problemOf = (failure: ShiftFailure) =>
  failure.kind === 'cancelled'
    ? { code: 'MANUAL_STOP', message: 'The deployment was stopped.' }
    : {
        code: 'ALARM_ACTIVE',
        message: `One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped. Activated alarms: <${failure.alarm}>`,
      };

export function createCodeDeploy({
  clock,
  store,
  aliases,
  alarmState,
  onAlarm,
}: CodeDeployOptions): CodeDeploy {
  const groups: Collection<Group> = store.collection('codedeploy/groups');
  const deployments: Collection<Deployment> = store.collection('codedeploy/deployments');
  const keyOf = (application: string, group: string): string => `${application}/${group}`;
  const groupOf = (application: string, name: string): Group => {
    const group = groups.get(keyOf(application, name));
    if (group !== undefined) return group;
    throw new AwsError('DeploymentGroupDoesNotExistException', `No Deployment Group found for name: ${name}`);
  };

  /** The deployment that an earlier process began, or a new one. */
  const open = (request: DeploymentRequest, configuration: string): Deployment => {
    const begun = [...deployments.values()].find(
      ({ status, functionName, alias, to }) =>
        status === 'InProgress' &&
        functionName === request.functionName &&
        alias === request.alias &&
        to === request.to,
    );
    if (begun !== undefined) return begun;
    const digest = deterministicUuid('deployment', request.functionName, String(deployments.size));
    const id = `d-${digest.replaceAll('-', '').slice(0, 9).toUpperCase()}`;
    const made: Deployment = { ...request, id, configuration, status: 'InProgress', startedAt: clock.now() };
    deployments.set(id, made);
    return made;
  };

  const deploy = async (request: DeploymentRequest, signal: AbortSignal): Promise<void> => {
    const group = groupOf(request.applicationName, request.groupName);
    const deployment = open(request, group.DeploymentConfigName);
    const { functionName, alias, from, to } = request;
    const { AlarmConfiguration: alarms } = group;
    const watched = alarms?.Enabled === true ? alarms.Alarms.map(({ Name }) => Name) : [];
    const failure = await shiftTraffic(clock, {
      plan: shiftPlanOf(group.DeploymentConfigName),
      startedAt: deployment.startedAt,
      share: (percentage) =>
        aliases.route(
          functionName,
          alias,
          percentage === 100
            ? { version: to }
            : {
                version: from,
                ...(percentage === 0 ? {} : { additional: { version: to, weight: percentage / 100 } }),
              },
        ),
      ringing: () => watched.find((name) => alarmState(name) === 'ALARM'),
      onAlarm,
      signal,
    });
    const endedAt = clock.now();
    if (failure === undefined) {
      deployments.set(deployment.id, { ...deployment, status: 'Succeeded', endedAt });
      return;
    }
    const problem = problemOf(failure);
    deployments.set(deployment.id, { ...deployment, status: 'Stopped', endedAt, problem });
    throw new AwsError(
      'DeploymentFailed',
      `Deployment ${deployment.id} failed: ${problem.message} (code ${problem.code})`,
    );
  };

  return {
    deploy,
    putGroup: (properties) => {
      const parsed = groupSchema.safeParse(properties);
      if (!parsed.success)
        throw new AwsError('InvalidInputException', `DeploymentGroup: ${z.prettifyError(parsed.error)}`);
      const group = parsed.data;
      shiftPlanOf(group.DeploymentConfigName);
      groups.set(keyOf(group.ApplicationName, group.DeploymentGroupName), group);
    },
    removeGroup: (application, name) => void groups.delete(keyOf(application, name)),
    isImmediate: (application, name) =>
      shiftPlanOf(groupOf(application, name).DeploymentConfigName).type === 'ALL_AT_ONCE',
    service: jsonService({
      service: 'codedeploy',
      version: '1.1',
      operations: {
        GetDeployment: (input) => {
          const { deploymentId } = readInput(z.strictObject({ deploymentId: z.string() }), input);
          const found = deployments.get(deploymentId);
          if (found === undefined)
            throw new AwsError(
              'DeploymentDoesNotExistException',
              `The deployment ${deploymentId} could not be found`,
            );
          return { deploymentInfo: deploymentView(found) };
        },
        ListDeployments: (input) => {
          const asked = readInput(listInput, input);
          const found = [...deployments.values()].filter(
            ({ applicationName, groupName, status }) =>
              (asked.applicationName ?? applicationName) === applicationName &&
              (asked.deploymentGroupName ?? groupName) === groupName &&
              (asked.includeOnlyStatuses?.includes(status) ?? true),
          );
          return { deployments: found.map(({ id }) => id).toReversed() };
        },
      },
    }),
  };
}

const listInput = z.strictObject({
  applicationName: z.string().optional(),
  deploymentGroupName: z.string().optional(),
  includeOnlyStatuses: z.array(z.string()).optional(),
});

function readInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw notSupported('codedeploy', z.prettifyError(parsed.error));
}

const deploymentView = (deployment: Deployment) => ({
  deploymentId: deployment.id,
  applicationName: deployment.applicationName,
  deploymentGroupName: deployment.groupName,
  deploymentConfigName: deployment.configuration,
  status: deployment.status,
  createTime: new Date(deployment.startedAt),
  ...(deployment.endedAt === undefined ? {} : { completeTime: new Date(deployment.endedAt) }),
  ...(deployment.problem === undefined ? {} : { errorInformation: deployment.problem }),
  computePlatform: 'Lambda',
  creator: 'CloudFormation',
});
