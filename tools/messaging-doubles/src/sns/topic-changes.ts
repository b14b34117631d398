import { notSupported } from '@atlas-engine/aws-wire';
import { invalidParameter } from './sns-error.ts';
import type { TopicDirectory } from './topic-directory.ts';
import type { TopicRecord } from './topic-record.ts';

type Texts = Readonly<Record<string, string>>;

const settable = ['DisplayName', 'KmsMasterKeyId', 'Policy', 'SignatureVersion', 'TracingConfig'];
const topicName = /^[A-Za-z0-9_-]{1,256}$/;

/** @throws AwsError for an attribute that is not known here, by its name. */
export const checkTopicAttributes = (attributes: Texts): void => {
  const unknown = Object.keys(attributes).find((name) => !settable.includes(name));
  if (unknown !== undefined) throw notSupported('sns', `the topic attribute ${unknown}`);
};

/** Makes a topic, or gives an existing one. With `change` an existing one takes the attributes and tags, else they must be the same. */
export const putTopic = (
  directory: TopicDirectory,
  { name, attributes, tags }: { readonly name: string; readonly attributes: Texts; readonly tags: Texts },
  { change }: { readonly change: boolean },
): TopicRecord => {
  if (name.endsWith('.fifo')) throw notSupported('sns', 'FIFO topics');
  if (!topicName.test(name)) throw invalidParameter('Topic Name');
  checkTopicAttributes(attributes);
  const arn = directory.arnOf(name);
  const existing = directory.find(arn);
  if (existing === undefined || change) return directory.saveTopic({ arn, name, attributes, tags });
  const differs = Object.entries(attributes).some(([key, value]) => existing.attributes[key] !== value);
  if (differs) throw invalidParameter('Attributes Reason: Topic already exists with different attributes');
  const hasOtherTags = Object.entries(tags).some(([key, value]) => existing.tags[key] !== value);
  if (hasOtherTags) throw invalidParameter('Tags Reason: Topic already exists with different tags');
  return existing;
};
