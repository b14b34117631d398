import { jsonService, type ServiceDouble } from '@atlas-engine/aws-wire';
import { bodyMember } from '../body-member.ts';
import { checkRetention, groupOperations } from './group-operations.ts';
import { createLogDirectory, type LogsOptions } from './log-directory.ts';
import type { LogEvent } from './log-event.ts';
import { putLogEvents } from './put-log-events.ts';
import { readLogEvents } from './read-log-events.ts';
import { streamOperations } from './stream-operations.ts';

/** CloudWatch Logs on this machine. */
export interface CloudWatchLogs {
  /** For the wire server; signing scope `logs`. */
  readonly service: ServiceDouble;
  /** Makes or changes a group; without days it keeps lines for ever. @throws AwsError InvalidParameterException */
  createGroup(name: string, retentionDays?: number): { readonly name: string; readonly arn: string };
  hasGroup(name: string): boolean;
  /** Removes a group with all that is in it; one that is not there is no error. */
  deleteGroup(name: string): void;
  /** Adds a line that happens now, in the name of a service: group and stream are made when they are not there. */
  append(group: string, stream: string, message: string): void;
  /** By time, and lines of one time in the order in which they came. */
  events(group: string): readonly LogEvent[];
}

/** CloudWatch Logs. Groups and streams are durable; lines are for looking at: in memory, the newest `most` of them. */
export const createCloudWatchLogs = (options: LogsOptions): CloudWatchLogs => {
  const logs = createLogDirectory(options);
  return {
    service: {
      ...jsonService({
        service: 'logs',
        version: '1.1',
        operations: {
          ...groupOperations(logs),
          ...streamOperations(logs),
          ...readLogEvents(logs),
          PutLogEvents: putLogEvents(logs),
        },
      }),
      // Lines and times differ between runs.
      faultKeyOf: ({ body }) => `${bodyMember(body, 'logGroupName')}/${bodyMember(body, 'logStreamName')}`,
    },
    createGroup: (name, retentionDays) => {
      logs.setGroup(name, retentionDays === undefined ? undefined : checkRetention(retentionDays));
      return { name, arn: logs.arnOf(name) };
    },
    hasGroup: (name) => logs.groups.has(name),
    deleteGroup: (name) => logs.removeGroup(name),
    append: (group, stream, message) => {
      if (!logs.groups.has(group)) logs.setGroup(group);
      if (logs.stream(group, stream) === undefined) logs.addStream(group, stream);
      logs.add({ group, stream, at: logs.now(), message });
    },
    events: (group) => logs.lines(group),
  };
};
