import type { Operation } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { parseInput } from '../parse-input.ts';
import { compilePattern } from './event-pattern.ts';
import type { EventsCore } from './events-core.ts';
import { eventsInputErrors, invalidEventsInput } from './events-error.ts';
import { pageOf, pageSchema } from '../page.ts';
import { entrySchema, entrySize, mostEventBytes } from './put-events.ts';
import { parsePattern } from './rule-changes.ts';
import { targetSchema } from './target-check.ts';

const ofRule = { Rule: z.string(), EventBusName: z.string().optional() };
const putSchema = z.strictObject({ ...ofRule, Targets: z.array(targetSchema).min(1).max(100) });
const removeSchema = z.strictObject({
  ...ofRule,
  Ids: z.array(z.string()).min(1).max(100),
  Force: z.boolean().optional(),
});
const listSchema = z.strictObject({ ...ofRule, ...pageSchema });
const eventsSchema = z.strictObject({ Entries: z.array(entrySchema).min(1).max(10) });
const testSchema = z.strictObject({ EventPattern: z.string(), Event: z.string() });

const eventMembers = ['id', 'account', 'source', 'time', 'region', 'resources', 'detail-type'];

const testedEvent = (text: string): unknown => {
  const event = parsedObject(text);
  const missing = eventMembers.find((name) => !Object.hasOwn(event, name));
  if (missing !== undefined)
    throw invalidEventsInput(`Parameter Event is not valid. Reason: it has no ${missing}.`);
  return event;
};

const parsedObject = (text: string): object => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Refused below, as JSON that is no object is.
  }
  throw invalidEventsInput('Parameter Event is not valid. Reason: it must be a JSON object.');
};

/** PutEvents, TestEventPattern and the operations on targets. */
export const targetOperations = ({
  directory,
  changes,
  putEntry,
}: EventsCore): Record<string, Operation> => ({
  PutEvents: (input) => {
    const { Entries } = parseInput(eventsSchema, input, eventsInputErrors);
    if (Entries.reduce((sum, entry) => sum + entrySize(entry), 0) >= mostEventBytes) {
      throw invalidEventsInput('Total size of the entries in the request is over the limit.');
    }
    const results = Entries.map(putEntry);
    return { FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length, Entries: results };
  },
  TestEventPattern: (input) => {
    const { EventPattern, Event } = parseInput(testSchema, input, eventsInputErrors);
    return { Result: compilePattern(parsePattern(EventPattern))(testedEvent(Event)) };
  },
  PutTargets: (input) => {
    const { Rule, EventBusName, Targets } = parseInput(putSchema, input, eventsInputErrors);
    changes.putTargets(directory.get(directory.busName(EventBusName), Rule), Targets);
    return { FailedEntryCount: 0, FailedEntries: [] };
  },
  RemoveTargets: (input) => {
    const { Rule, EventBusName, Ids } = parseInput(removeSchema, input, eventsInputErrors);
    const rule = directory.get(directory.busName(EventBusName), Rule);
    const unknown = Ids.filter((id) => !rule.targets.some(({ Id }) => Id === id));
    changes.removeTargets(rule, Ids);
    const failed = unknown.map((TargetId) => ({
      TargetId,
      ErrorCode: 'ResourceNotFoundException',
      ErrorMessage: `Rule ${rule.name} does not have target(s) with ids ${TargetId}.`,
    }));
    return { FailedEntryCount: failed.length, FailedEntries: failed };
  },
  ListTargetsByRule: (input) => {
    const { Rule, EventBusName, ...page } = parseInput(listSchema, input, eventsInputErrors);
    const { items, NextToken } = pageOf(directory.get(directory.busName(EventBusName), Rule).targets, page);
    return { Targets: items, NextToken };
  },
});
