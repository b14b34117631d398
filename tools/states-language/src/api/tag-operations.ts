import {
  AwsError,
  listField,
  optionalList,
  refuseUnknownFields,
  stringField,
  isRecord,
} from '@atlas-engine/aws-wire';
import type { Input, Operation } from '@atlas-engine/aws-wire';
import type { Api } from './api.ts';
import { errors } from './errors.ts';
import { limitedText, requiredText } from './inputs.ts';
import type { MachineRow } from './registry.ts';

const mostTags = 50;
const longestKey = 128;
const longestValue = 256;

const tagOf = (value: unknown, index: number): [string, string] => {
  if (!isRecord(value)) throw errors.validation(`tags[${index}]: must be an object with key and value`);
  return [requiredText(value, 'key', longestKey), limitedText(value, 'value', longestValue) ?? ''];
};

/** The tags of a request, none when it has none. */
export const tagsOf = (input: Input): Record<string, string> =>
  Object.fromEntries((optionalList(input, 'tags') ?? []).map(tagOf));

const taggedMachine = ({ registry }: Api, input: Input): MachineRow => {
  const arn = stringField(input, 'resourceArn');
  const machine = registry.machines.get(arn);
  if (!machine) throw errors.noResource(arn);
  return machine;
};

const setTags = (
  { registry }: Api,
  machine: MachineRow,
  tags: Record<string, string>,
): Record<string, unknown> => {
  if (Object.keys(tags).length > mostTags)
    throw new AwsError('TooManyTags', `A resource has at most ${mostTags} tags.`);
  registry.machines.set(machine.arn, { ...machine, tags });
  return {};
};

/** Operations on the tags of state machines. */
export const tagOperations = (api: Api): Record<string, Operation> => ({
  TagResource: (input) => {
    refuseUnknownFields(input, ['resourceArn', 'tags']);
    listField(input, 'tags');
    const machine = taggedMachine(api, input);
    return setTags(api, machine, { ...machine.tags, ...tagsOf(input) });
  },
  UntagResource: (input) => {
    refuseUnknownFields(input, ['resourceArn', 'tagKeys']);
    const keys = listField(input, 'tagKeys');
    const machine = taggedMachine(api, input);
    const kept = Object.entries(machine.tags).filter(([key]) => !keys.includes(key));
    return setTags(api, machine, Object.fromEntries(kept));
  },
  ListTagsForResource: (input) => {
    refuseUnknownFields(input, ['resourceArn']);
    const { tags } = taggedMachine(api, input);
    return { tags: Object.entries(tags).map(([key, value]) => ({ key, value })) };
  },
});
