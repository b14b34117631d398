import type { AtlasStack } from '@atlas-engine/constructs';
import { liveAlias, trafficShifts } from '@atlas-engine/resource-names';
import { RemovalPolicy } from 'aws-cdk-lib';
import type { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import {
  type CfnStateMachine,
  CfnStateMachineAlias,
  CfnStateMachineVersion,
} from 'aws-cdk-lib/aws-stepfunctions';
import { addWorkflowAlarms } from './workflow-alarms.ts';

/**
 * Publishes the workflow as it is and brings new executions to it as the stage has chosen. Executions under way end
 * with the version that they began with.
 */
export function releaseWorkflow(stack: AtlasStack, workflow: CfnStateMachine): void {
  const version = new CfnStateMachineVersion(stack, 'Version', {
    stateMachineArn: workflow.attrArn,
    stateMachineRevisionId: workflow.attrStateMachineRevisionId,
  });
  // An earlier version must be there to go back to.
  version.applyRemovalPolicy(RemovalPolicy.RETAIN);
  new CfnStateMachineAlias(stack, 'Live', {
    name: liveAlias,
    description: 'What executions are started through.',
    deploymentPreference: {
      stateMachineVersionArn: version.ref,
      ...shiftOf(stack, addWorkflowAlarms(stack)),
    },
  });
}

function shiftOf({ configuration }: AtlasStack, alarm: CfnAlarm) {
  const { type, percentage, minutes } = trafficShifts[configuration.goLive.shift];
  // All at once is what a correction goes out with: failures that it ends must not stop it.
  if (type === 'ALL_AT_ONCE') return { type };
  return { type, percentage, interval: minutes, alarms: [alarm.ref] };
}
