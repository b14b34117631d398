import { type AtlasStack, connectInstanceArn } from '@atlas-engine/constructs';
import type { ContactQueueName, HoursName } from '@atlas-engine/resource-names';
import { CfnHoursOfOperation, CfnQueue } from 'aws-cdk-lib/aws-connect';

const departments = ['GeneralAgentQueue', 'AccountQueue', 'LendingQueue', 'OnboardingQueue'] as const;
export type Department = (typeof departments)[number];

const maximumWaiting = 50;

/** ARNs of what flows refer to. */
export interface Departments {
  readonly queues: Readonly<Record<Exclude<ContactQueueName, 'AtlasEngineOutreach'>, string>>;
  readonly businessHours: string;
}

/** `17:30` as Amazon Connect has it; the end of the day is the beginning of the next. */
function timeOf(time: string) {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { hours: hours % 24, minutes };
}

/** The queues of the departments, with the hours in which people take calls. */
export function addDepartments(stack: AtlasStack): Departments {
  const { connect } = stack.names;
  const { timeZone, days, opens, closes } = stack.configuration.businessHours;
  const instanceArn = connectInstanceArn(stack.names);
  const businessHours: HoursName = 'AtlasEngineBusinessHours';
  const hours = new CfnHoursOfOperation(stack, 'BusinessHours', {
    instanceArn,
    name: connect.hoursOfOperation[businessHours],
    timeZone,
    config: days.map((day) => ({ day, startTime: timeOf(opens), endTime: timeOf(closes) })),
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
