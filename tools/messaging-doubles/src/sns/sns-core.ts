import { createPublisher, type Publisher } from './publish.ts';
import { createTextSender, type TextSender } from './send-text.ts';
import type { SnsOptions } from './sns-options.ts';
import { createSubscriptionDeliveries, type SubscriptionDeliveries } from './subscription-delivery.ts';
import { createTopicDirectory, type TopicDirectory } from './topic-directory.ts';

/** The parts of SNS, put together. */
export interface SnsCore {
  readonly options: SnsOptions;
  readonly directory: TopicDirectory;
  readonly deliveries: SubscriptionDeliveries;
  readonly publisher: Publisher;
  readonly texts: TextSender;
}

/** Opens SNS on its stored state. */
export const createSnsCore = (options: SnsOptions): SnsCore => {
  const directory = createTopicDirectory(options);
  const deliveries = createSubscriptionDeliveries(options);
  return {
    options,
    directory,
    deliveries,
    publisher: createPublisher(options, directory, deliveries),
    texts: createTextSender(options),
  };
};
