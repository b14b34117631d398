import * as z from 'zod';
import { parseInput } from '../parse-input.ts';
import { tagsOf, tagsSchema } from '../tags.ts';
import { eventsInputErrors } from './events-error.ts';
import type { RuleRequest } from './rule-changes.ts';
import { ruleStates, type RuleTarget } from './rule-record.ts';
import { targetSchema } from './target-check.ts';

const schema = z.strictObject({
  Name: z.string(),
  EventBusName: z.string().optional(),
  EventPattern: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
  ScheduleExpression: z.string().optional(),
  State: z.enum(ruleStates).optional(),
  Description: z.string().optional(),
  RoleArn: z.string().optional(),
  Tags: tagsSchema.optional(),
  Targets: z.array(targetSchema).max(5).default([]),
});

/**
 * Reads the Properties of an AWS::Events::Rule. Name is required here: names are computed, not made up.
 *
 * @throws AwsError that names the property which is missing, not valid or not supported.
 */
export const ruleFromTemplate = (
  properties: unknown,
): {
  readonly request: Omit<RuleRequest, 'bus'>;
  readonly busName: string | undefined;
  readonly targets: readonly RuleTarget[];
} => {
  const rule = parseInput(schema, properties, eventsInputErrors);
  const { EventPattern: pattern } = rule;
  return {
    busName: rule.EventBusName,
    targets: rule.Targets,
    request: {
      name: rule.Name,
      pattern: typeof pattern === 'object' ? JSON.stringify(pattern) : pattern,
      schedule: rule.ScheduleExpression,
      state: rule.State,
      description: rule.Description,
      roleArn: rule.RoleArn,
      tags: rule.Tags && tagsOf(rule.Tags),
    },
  };
};
