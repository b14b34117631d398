import type { EventBridge, Sns } from '@atlas-engine/messaging-doubles';
import type { AlarmChange, CloudWatchLogs } from '@atlas-engine/storage-doubles';

/** Where the actions that could not be carried out are told of; on AWS that is the alarm's history. */
const logGroup = '/atlas/alarm-actions';

interface AlarmListeners {
  readonly events: EventBridge;
  readonly sns: Sns;
  readonly logs: CloudWatchLogs;
}

/** Carries out what an alarm asks for when its state changes: topics are told, and the bus. */
export const alarmActions =
  ({ events, sns, logs }: AlarmListeners) =>
  (change: AlarmChange): void => {
    const { name, arn, description, from, to, reason, actions } = change;
    events.emit(
      {
        source: 'aws.cloudwatch',
        'detail-type': 'CloudWatch Alarm State Change',
        detail: {
          alarmName: name,
          state: { value: to, reason },
          previousState: { value: from },
          configuration: { description },
        },
        resources: [arn],
      },
      { bestEffort: true, faultKey: `${name}/${to}` },
    );
    for (const action of actions) {
      try {
        publish(sns, action, change);
      } catch (error) {
        logs.append(
          logGroup,
          'local',
          `${name} ${action}: ${error instanceof Error ? error.name : 'failed'}`,
        );
      }
    }
  };

function publish(
  sns: Sns,
  topicArn: string,
  { name, arn, description, from, to, reason }: AlarmChange,
): void {
  sns.publish(topicArn, {
    message: JSON.stringify({
      AlarmName: name,
      AlarmDescription: description,
      NewStateValue: to,
      NewStateReason: reason,
      OldStateValue: from,
      AlarmArn: arn,
    }),
    subject: `${to}: "${name}"`.slice(0, 100),
  });
}
