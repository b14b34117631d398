import { optionalString, stringField } from '@atlas-engine/aws-wire';
import { anyResource, arnOf, needs, ownActions, type Call, type CallNeeds, type CallTable } from './call.ts';

const topicOf = ({ input }: Call): string => stringField(input, 'TopicArn');
const namedTopic = ({ input, place }: Call): string => arnOf(place, 'sns', stringField(input, 'Name'));
const taggedTopic = ({ input }: Call): string => stringField(input, 'ResourceArn');

/** A subscription's ARN is its topic's with an id behind it. */
const topicOfSubscription = ({ input }: Call): string =>
  stringField(input, 'SubscriptionArn').split(':').slice(0, 6).join(':');

/** A message to a telephone has no topic. */
const published = ({ input }: Call): string =>
  optionalString(input, 'TopicArn') ?? optionalString(input, 'TargetArn') ?? '*';

const subscribe: CallNeeds = (call) => {
  const { input } = call;
  const context = {
    'sns:protocol': stringField(input, 'Protocol'),
    'sns:endpoint': optionalString(input, 'Endpoint') ?? '',
  };
  return [{ action: 'sns:Subscribe', resource: topicOf(call), context }];
};

/** SNS. */
export const snsCalls: CallTable = {
  ...ownActions(
    'sns',
    ['DeleteTopic', 'GetTopicAttributes', 'ListSubscriptionsByTopic', 'SetTopicAttributes'],
    topicOf,
  ),
  ...ownActions(
    'sns',
    ['GetSubscriptionAttributes', 'SetSubscriptionAttributes', 'Unsubscribe'],
    topicOfSubscription,
  ),
  ...ownActions('sns', ['ListTagsForResource', 'TagResource', 'UntagResource'], taggedTopic),
  ...ownActions('sns', ['ListSubscriptions', 'ListTopics'], anyResource),
  CreateTopic: needs('sns:CreateTopic', namedTopic),
  Publish: needs('sns:Publish', published),
  PublishBatch: needs('sns:Publish', published),
  Subscribe: subscribe,
};
