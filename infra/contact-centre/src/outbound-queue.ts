import { type AtlasStack, connectInstanceArn, ssmReference } from '@atlas-engine/constructs';
import { CfnHoursOfOperation, CfnQueue } from 'aws-cdk-lib/aws-connect';

const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

/** The queue that calls are placed for, with the number that the called person sees. */
export function addOutboundQueue(stack: AtlasStack) {
  const { names } = stack;
  const instanceArn = connectInstanceArn(names);
  const hours = alwaysOpen(stack, instanceArn);
  const queue = new CfnQueue(stack, 'Queue', {
    instanceArn,
    name: names.connect.queue,
    hoursOfOperationArn: hours.attrHoursOfOperationArn,
    outboundCallerConfig: { outboundCallerIdNumberArn: ssmReference(names.parameters.sourceNumberArn) },
  });
  return { queue, hours: hours.attrHoursOfOperationArn };
}

/** When people may be called is the calling policy's decision, where they are: the queue itself never closes. */
const alwaysOpen = (stack: AtlasStack, instanceArn: string): CfnHoursOfOperation =>
  new CfnHoursOfOperation(stack, 'Hours', {
    instanceArn,
    name: stack.names.connect.hours,
    timeZone: 'UTC',
    config: days.map((day) => ({
      day,
      startTime: { hours: 0, minutes: 0 },
      endTime: { hours: 23, minutes: 59 },
    })),
  });
