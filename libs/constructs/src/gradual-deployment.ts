import { type FunctionName, liveAlias } from '@atlas-engine/resource-names';
import type { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnApplication, CfnDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Alias, CfnAlias } from 'aws-cdk-lib/aws-lambda';
import type { AtlasStack } from './atlas-stack.ts';
import { InvalidStackError } from './invalid-stack-error.ts';
import { acknowledgeWildcards, type Permission, policyDocument } from './permission.ts';

/** The alias that is moved, and what stops the move. */
export interface GradualDeployment {
  readonly service: FunctionName;
  readonly live: Alias;
  readonly alarm: CfnAlarm;
}

/**
 * Lets CodeDeploy bring the callers of `live` to a new version as the stage has chosen. The alarm stops it: the alias
 * goes back, and the stack with it.
 */
export function addGradualDeployment(stack: AtlasStack, { service, live, alarm }: GradualDeployment): void {
  const { application: applicationName } = stack.names.functions[service].deployment;
  const application = new CfnApplication(stack, 'Deployments', {
    applicationName,
    computePlatform: 'Lambda',
  });
  const group = new CfnDeploymentGroup(stack, 'DeploymentGroup', {
    applicationName: application.ref,
    deploymentGroupName: liveAlias,
    serviceRoleArn: addDeploymentRole(stack, service).roleArn,
    deploymentConfigName: `CodeDeployDefault.Lambda${stack.configuration.goLive.shift}`,
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    // By reference, so that the alarm watches the new version before the alias moves.
    alarmConfiguration: { enabled: true, ignorePollAlarmFailure: false, alarms: [{ name: alarm.ref }] },
    autoRollbackConfiguration: {
      enabled: true,
      events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'],
    },
  });
  aliasOf(live).cfnOptions.updatePolicy = {
    codeDeployLambdaAliasUpdate: { applicationName, deploymentGroupName: liveAlias },
  };
  live.node.addDependency(group);
}

function aliasOf(live: Alias): CfnAlias {
  const { defaultChild } = live.node;
  if (defaultChild instanceof CfnAlias) return defaultChild;
  throw new InvalidStackError(`${live.node.path} has no AWS::Lambda::Alias of its own to be moved.`);
}

function addDeploymentRole(stack: AtlasStack, service: FunctionName): Role {
  const { names } = stack;
  const { arn, liveArn, deployment } = names.functions[service];
  const permissions: Permission[] = [
    { actions: ['lambda:GetAlias', 'lambda:UpdateAlias'], resources: [arn, liveArn] },
    { actions: ['lambda:GetProvisionedConcurrencyConfig'], resources: [liveArn] },
    {
      actions: ['cloudwatch:DescribeAlarms'],
      resources: ['*'],
      wildcard: "CodeDeploy asks for a group's alarms in one request; AWS's own policy for it is as wide.",
    },
  ];
  const role = new Role(stack, 'DeploymentRole', {
    roleName: deployment.roleName,
    assumedBy: new ServicePrincipal('codedeploy.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': names.account } },
    }),
    inlinePolicies: { Own: policyDocument(permissions) },
  });
  acknowledgeWildcards(role, permissions);
  return role;
}
