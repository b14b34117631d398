import { type AtlasStack, connectInstanceArn } from '@atlas-engine/constructs';
import type { ContactQueueName, HoursName } from '@atlas-engine/resource-names';
import { CfnHoursOfOperation, CfnQueue } from 'aws-cdk-lib/aws-connect';

const departments = ['GeneralAgentQueue', 'AccountQueue', 'LendingQueue', 'OnboardingQueue'] as const;
export type Department = (typeof departments)[number];

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const;
const maximumWaiting = 50;

/** ARNs of what flows refer to. */
export interface Departments {
  readonly queues: Readonly<Record<Exclude<ContactQueueName, 'AtlasEngineOutreach'>, string>>;
  readonly businessHours: string;
}

/** The queues of the departments, with the hours in which people take calls. */
export function addDepartments(stack: AtlasStack): Departments {
  const { connect } = stack.names;
  const instanceArn = connectInstanceArn(stack.names);
  const businessHours: HoursName = 'AtlasEngineBusinessHours';
  const hours = new CfnHoursOfOperation(stack, 'BusinessHours', {
    instanceArn,
    name: connect.hoursOfOperation[businessHours],
    timeZone: 'Europe/London',
    config: weekdays.map((day) => ({
      day,
      startTime: { hours: 9, minutes: 0 },
      endTime: { hours: 17, minutes: 30 },
    })),
  });
  const queueOf = (department: Department): string =>
    new CfnQueue(stack, department, {
      instanceArn,
      name: connect.queues[department],
      hoursOfOperationArn: hours.attrHoursOfOperationArn,
      maxContacts: maximumWaiting,
    }).attrQueueArn;
  return {
    businessHours: hours.attrHoursOfOperationArn,
    queues: Object.fromEntries(
      departments.map((department) => [department, queueOf(department)]),
    ) as Departments['queues'],
  };
}
