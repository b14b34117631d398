import type { AtlasStack } from '@atlas-engine/constructs';
import { CfnHoursOfOperation, type CfnInstance, CfnPhoneNumber, CfnQueue } from 'aws-cdk-lib/aws-connect';

const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

/** The queue that calls are placed for, with the number that the called person sees. */
export function addOutboundQueue(stack: AtlasStack, instance: CfnInstance) {
  const { names, configuration } = stack;
  const instanceArn = instance.attrArn;
  const phoneNumber = new CfnPhoneNumber(stack, 'PhoneNumber', {
    targetArn: instanceArn,
    type: 'DID',
    countryCode: configuration.connect.phoneCountry,
    description: 'Shown to the people whom Atlas Engine calls.',
  });
  const hours = alwaysOpen(stack, instanceArn);
  const queue = new CfnQueue(stack, 'Queue', {
    instanceArn,
    name: names.connect.queue,
    hoursOfOperationArn: hours.attrHoursOfOperationArn,
    outboundCallerConfig: { outboundCallerIdNumberArn: phoneNumber.attrPhoneNumberArn },
  });
  return { queue, phoneNumber, hours: hours.attrHoursOfOperationArn };
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
