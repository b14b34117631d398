import type { Operation } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { parseInput } from '../parse-input.ts';
import { pageOf, pageSchema } from '../page.ts';
import type { EventsCore } from './events-core.ts';
import { eventsInputErrors } from './events-error.ts';
import { ruleStates, type RuleRecord } from './rule-record.ts';
import { tagsOf, tagsSchema } from '../tags.ts';

const onBus = { EventBusName: z.string().optional() };
const named = z.strictObject({ Name: z.string(), ...onBus });
const putSchema = z.strictObject({
  Name: z.string(),
  ...onBus,
  EventPattern: z.string().optional(),
  ScheduleExpression: z.string().max(256).optional(),
  State: z.enum(ruleStates).optional(),
  Description: z.string().max(512).optional(),
  RoleArn: z.string().optional(),
  Tags: tagsSchema.optional(),
});
const deleteSchema = z.strictObject({ Name: z.string(), ...onBus, Force: z.boolean().optional() });
const listSchema = z.strictObject({ NamePrefix: z.string().default(''), ...onBus, ...pageSchema });
const byTargetSchema = z.strictObject({ TargetArn: z.string(), ...onBus, ...pageSchema });

/** A rule in the shape of DescribeRule and ListRules. */
const view = (rule: RuleRecord): object => ({
  Name: rule.name,
  Arn: rule.arn,
  EventPattern: rule.pattern,
  ScheduleExpression: rule.schedule,
  State: rule.state,
  Description: rule.description,
  RoleArn: rule.roleArn,
  EventBusName: rule.bus,
});

/** The operations on rules. */
export const ruleOperations = ({ directory, changes, options }: EventsCore): Record<string, Operation> => {
  const find = (input: unknown): RuleRecord => {
    const { Name, EventBusName } = parseInput(named, input, eventsInputErrors);
    return directory.get(directory.busName(EventBusName), Name);
  };
  return {
    PutRule: (input) => {
      const request = parseInput(putSchema, input, eventsInputErrors);
      const rule = changes.put({
        name: request.Name,
        bus: directory.busName(request.EventBusName),
        pattern: request.EventPattern,
        schedule: request.ScheduleExpression,
        state: request.State,
        description: request.Description,
        roleArn: request.RoleArn,
        tags: request.Tags && tagsOf(request.Tags),
      });
      return { RuleArn: rule.arn };
    },
    DeleteRule: (input) => {
      const { Name, EventBusName } = parseInput(deleteSchema, input, eventsInputErrors);
      const rule = directory.find(directory.busName(EventBusName), Name);
      if (rule) changes.remove(rule);
    },
    DescribeRule: (input) => ({ ...view(find(input)), CreatedBy: options.accountId }),
    EnableRule: (input) => changes.setState(find(input), 'ENABLED'),
    DisableRule: (input) => changes.setState(find(input), 'DISABLED'),
    ListRules: (input) => {
      const { NamePrefix, EventBusName, ...page } = parseInput(listSchema, input, eventsInputErrors);
      const rules = directory.ofBus(directory.busName(EventBusName));
      const { items, NextToken } = pageOf(
        rules.filter(({ name }) => name.startsWith(NamePrefix)),
        page,
      );
      return { Rules: items.map(view), NextToken };
    },
    ListRuleNamesByTarget: (input) => {
      const { TargetArn, EventBusName, ...page } = parseInput(byTargetSchema, input, eventsInputErrors);
      const rules = directory.ofBus(directory.busName(EventBusName));
      const { items, NextToken } = pageOf(
        rules.filter(({ targets }) => targets.some(({ Arn }) => Arn === TargetArn)),
        page,
      );
      return { RuleNames: items.map(({ name }) => name), NextToken };
    },
  };
};
