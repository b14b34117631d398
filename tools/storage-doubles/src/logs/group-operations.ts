import type { Operation } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { pageByName } from '../page.ts';
import { parseInput } from '../parse-input.ts';
import type { LogDirectory } from './log-directory.ts';
import type { LogGroup } from './log-event.ts';
import { groupMember, groupName, token } from './log-members.ts';
import { alreadyExists, invalidLogsToken, invalidParameter, logsInputErrors } from './logs-error.ts';

/** API reference, PutRetentionPolicy. */
const retentions = [
  ...[
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
  ],
];

const createSchema = z.strictObject({ ...groupMember, logGroupClass: z.literal('STANDARD').optional() });
const groupSchema = z.strictObject(groupMember);
const retentionSchema = z.strictObject({ ...groupMember, retentionInDays: z.int() });
const describeSchema = z.strictObject({
  logGroupNamePrefix: groupName.optional(),
  logGroupNamePattern: groupName.optional(),
  limit: z.int().min(1).max(50).default(50),
  nextToken: token,
});

/** @throws AwsError InvalidParameterException that names what is allowed */
export const checkRetention = (days: number): number => {
  if (retentions.includes(days)) return days;
  throw invalidParameter(`retentionInDays: must be one of ${retentions.join(', ')}, is ${days}`);
};

const matching = (groups: Iterable<LogGroup>, asked: z.infer<typeof describeSchema>): LogGroup[] => {
  const { logGroupNamePrefix: prefix, logGroupNamePattern: pattern } = asked;
  if (prefix !== undefined && pattern !== undefined)
    throw invalidParameter('logGroupNamePrefix and logGroupNamePattern exclude each other');
  return [...groups].filter(
    ({ name }) => name.startsWith(prefix ?? '') && name.toLowerCase().includes((pattern ?? '').toLowerCase()),
  );
};

const viewOf =
  (logs: LogDirectory) =>
  ({ name, createdAt, retentionDays }: LogGroup) => ({
    logGroupName: name,
    creationTime: createdAt,
    retentionInDays: retentionDays,
    metricFilterCount: 0,
    arn: `${logs.arnOf(name)}:*`,
    logGroupArn: logs.arnOf(name),
    storedBytes: 0,
    logGroupClass: 'STANDARD',
  });

/** Operations on log groups. */
export const groupOperations = (logs: LogDirectory): Readonly<Record<string, Operation>> => ({
  CreateLogGroup: (input) => {
    const { logGroupName } = parseInput(createSchema, input, logsInputErrors);
    if (logs.groups.has(logGroupName)) throw alreadyExists('group');
    logs.setGroup(logGroupName);
    return {};
  },
  DeleteLogGroup: (input) => {
    logs.removeGroup(logs.group(parseInput(groupSchema, input, logsInputErrors)).name);
    return {};
  },
  PutRetentionPolicy: (input) => {
    const asked = parseInput(retentionSchema, input, logsInputErrors);
    logs.setGroup(
      logs.group({ logGroupName: asked.logGroupName }).name,
      checkRetention(asked.retentionInDays),
    );
    return {};
  },
  DeleteRetentionPolicy: (input) => {
    logs.setGroup(logs.group(parseInput(groupSchema, input, logsInputErrors)).name);
    return {};
  },
  DescribeLogGroups: (input) => {
    const asked = parseInput(describeSchema, input, logsInputErrors);
    const page = pageByName(matching(logs.groups.values(), asked), {
      nameOf: ({ name }) => name,
      most: asked.limit,
      token: asked.nextToken,
      invalidToken: invalidLogsToken,
    });
    return { logGroups: page.items.map(viewOf(logs)), nextToken: page.nextToken };
  },
});
