import { optionalString, stringField } from '@atlas-engine/aws-wire';
import { anyResource, arnOf, needs, ownActions, type Call, type CallTable } from './call.ts';

const groupOf = ({ input, place }: Call): string => {
  const named = optionalString(input, 'logGroupName') ?? optionalString(input, 'logGroupIdentifier') ?? '';
  return arnOf(place, 'logs', `log-group:${named.split(':log-group:').at(-1) ?? ''}`);
};

/** IAM writes a group whose streams are meant with nothing behind `log-stream:`. */
const streamsOf = (call: Call): string => `${groupOf(call)}:log-stream:`;
const streamOf = (call: Call): string => `${streamsOf(call)}${stringField(call.input, 'logStreamName')}`;

/** CloudWatch Logs. */
export const logCalls: CallTable = {
  ...ownActions('logs', ['CreateLogStream', 'DeleteLogStream', 'GetLogEvents', 'PutLogEvents'], streamOf),
  ...ownActions(
    'logs',
    [
      ...['CreateLogGroup', 'DeleteLogGroup', 'DeleteRetentionPolicy', 'DescribeLogStreams'],
      ...['FilterLogEvents', 'PutRetentionPolicy'],
    ],
    streamsOf,
  ),
  DescribeLogGroups: needs('logs:DescribeLogGroups', streamsOf),
};

/** CloudWatch's metrics. */
export const metricCalls: CallTable = {
  ...ownActions('cloudwatch', ['GetMetricData', 'GetMetricStatistics', 'ListMetrics'], anyResource),
  PutMetricData: ({ input }) => [
    {
      action: 'cloudwatch:PutMetricData',
      resource: '*',
      context: { 'cloudwatch:namespace': stringField(input, 'Namespace') },
    },
  ],
};
