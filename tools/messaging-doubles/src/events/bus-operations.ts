import { AwsError, type Operation } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { parseInput } from '../parse-input.ts';
import { tagList, tagsOf, tagsSchema } from '../tags.ts';
import type { EventsCore } from './events-core.ts';
import { eventsInputErrors, invalidEventsInput } from './events-error.ts';
import { pageOf, pageSchema } from '../page.ts';
import { defaultBus } from './rule-directory.ts';
import type { BusRecord, RuleRecord } from './rule-record.ts';

const createSchema = z.strictObject({
  Name: z.string().regex(/^[.\-_A-Za-z0-9]{1,256}$/),
  Description: z.string().max(512).optional(),
  Tags: tagsSchema.optional(),
});
const nameSchema = z.strictObject({ Name: z.string() });
const describeSchema = z.strictObject({ Name: z.string().optional() });
const listSchema = z.strictObject({ NamePrefix: z.string().default(''), ...pageSchema });
const tagSchema = z.strictObject({ ResourceARN: z.string(), Tags: tagsSchema });
const untagSchema = z.strictObject({ ResourceARN: z.string(), TagKeys: z.array(z.string()) });
const listTagsSchema = z.strictObject({ ResourceARN: z.string() });

/** The operations on event buses. */
export const busOperations = (core: EventsCore): Record<string, Operation> => {
  const { directory, options } = core;
  const view = (name: string): object => ({ Name: name, Arn: directory.busArn(name) });
  return {
    CreateEventBus: (input) => {
      const { Name, Description, Tags = [] } = parseInput(createSchema, input, eventsInputErrors);
      if (Name === defaultBus || directory.buses.has(Name)) {
        throw new AwsError('ResourceAlreadyExistsException', `Event bus ${Name} already exists.`);
      }
      const description = Description === undefined ? {} : { description: Description };
      directory.buses.set(Name, {
        name: Name,
        createdAt: options.clock.now(),
        tags: tagsOf(Tags),
        ...description,
      });
      return { EventBusArn: directory.busArn(Name) };
    },
    DeleteEventBus: (input) => {
      const { Name } = parseInput(nameSchema, input, eventsInputErrors);
      if (Name === defaultBus) throw invalidEventsInput('Cannot delete event bus default.');
      if (directory.ofBus(Name).length > 0)
        throw invalidEventsInput(`Event bus ${Name} has rules: delete them first.`);
      directory.buses.delete(Name);
    },
    DescribeEventBus: (input) => {
      const name = directory.busName(parseInput(describeSchema, input, eventsInputErrors).Name);
      return { ...view(name), Description: directory.buses.get(name)?.description };
    },
    ListEventBuses: (input) => {
      const { NamePrefix, ...page } = parseInput(listSchema, input, eventsInputErrors);
      const names = [defaultBus, ...directory.buses.keys()].filter((name) => name.startsWith(NamePrefix));
      const { items, NextToken } = pageOf(names, page);
      return { EventBuses: items.map(view), NextToken };
    },
    ...tagOperations(core),
  };
};

type Tags = Readonly<Record<string, string>>;

const tagOperations = ({ directory, changes }: EventsCore): Record<string, Operation> => {
  const find = (arn: string): RuleRecord | BusRecord => {
    const bus = [...directory.buses.values()].find(({ name }) => directory.busArn(name) === arn);
    const found = bus ?? directory.all().find((rule) => rule.arn === arn);
    if (found) return found;
    throw new AwsError('ResourceNotFoundException', `${arn} does not exist.`);
  };
  const setTags = (found: RuleRecord | BusRecord, tags: Tags): void => {
    if ('arn' in found) changes.setTags(found, tags);
    else directory.buses.set(found.name, { ...found, tags });
  };
  return {
    TagResource: (input) => {
      const request = parseInput(tagSchema, input, eventsInputErrors);
      const found = find(request.ResourceARN);
      setTags(found, { ...found.tags, ...tagsOf(request.Tags) });
    },
    UntagResource: (input) => {
      const { ResourceARN, TagKeys } = parseInput(untagSchema, input, eventsInputErrors);
      const found = find(ResourceARN);
      setTags(
        found,
        Object.fromEntries(Object.entries(found.tags).filter(([key]) => !TagKeys.includes(key))),
      );
    },
    ListTagsForResource: (input) => ({
      Tags: tagList(find(parseInput(listTagsSchema, input, eventsInputErrors).ResourceARN).tags),
    }),
  };
};
