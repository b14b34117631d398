import { AwsError } from '@atlas-engine/aws-wire';
import { omit } from '../omit.ts';
import type { EventEnvelope } from './event.ts';
import { fillTemplate } from './input-template.ts';
import { parseJsonPath, valueAt } from './json-path.ts';
import type { InputTransformer, RuleTarget } from './rule-record.ts';

/** What reserved variables of an input template stand for. */
export interface TargetInputContext {
  readonly ruleArn: string;
  readonly ruleName: string;
  /** ISO 8601. */
  readonly ingestionTime: string;
}

const reserved = (event: EventEnvelope, context: TargetInputContext): Readonly<Record<string, unknown>> => {
  return {
    'aws.events.rule-arn': context.ruleArn,
    'aws.events.rule-name': context.ruleName,
    'aws.events.event.ingestion-time': context.ingestionTime,
    'aws.events.event': omit(event, 'detail'),
    'aws.events.event.json': event,
  };
};

const transformed = (
  { InputPathsMap = {}, InputTemplate }: InputTransformer,
  event: EventEnvelope,
  context: TargetInputContext,
): unknown => {
  const values = reserved(event, context);
  const filled = fillTemplate(InputTemplate, (name) => {
    const path = Object.hasOwn(InputPathsMap, name) ? InputPathsMap[name] : undefined;
    if (path !== undefined) return { known: true, value: valueAt(event, path) };
    return { known: Object.hasOwn(values, name), value: values[name] };
  });
  return JSON.parse(filled) as unknown;
};

/** What a target gets of an event: all of it, a part, a constant, or a filled template; a JSON value. */
export const targetInput = (
  target: RuleTarget,
  event: EventEnvelope,
  context: TargetInputContext,
): unknown => {
  if (target.Input !== undefined) return JSON.parse(target.Input) as unknown;
  if (target.InputPath !== undefined) return valueAt(event, target.InputPath) ?? null;
  return target.InputTransformer ? transformed(target.InputTransformer, event, context) : event;
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const refused = (id: string, reason: string): AwsError =>
  new AwsError('ValidationException', `Invalid input of target ${id}: ${reason}`);

const checkTransformer = (id: string, { InputPathsMap = {}, InputTemplate }: InputTransformer): void => {
  for (const [name, path] of Object.entries(InputPathsMap)) {
    if (name.startsWith('aws.'))
      throw refused(id, `InputPathsMap.${name}: names that begin with aws. are reserved`);
    if (!parseJsonPath(path))
      throw refused(id, `InputPathsMap.${name}: "${path}" is not a path such as $.detail.x`);
  }
  const names = new Set([
    ...Object.keys(InputPathsMap),
    ...Object.keys(reserved({} as EventEnvelope, noContext)),
  ]);
  const filled = fillTemplate(InputTemplate, (name) => {
    if (!names.has(name)) throw refused(id, `InputTemplate: <${name}> is not defined in InputPathsMap`);
    return { known: true, value: '' };
  });
  if (!isJson(filled))
    throw refused(id, 'InputTemplate: is not one JSON value once its placeholders are filled');
};

const noContext: TargetInputContext = { ruleArn: '', ruleName: '', ingestionTime: '' };

/** @throws AwsError ValidationException when a target's input can not be made. */
export const checkTargetInput = (target: RuleTarget): void => {
  const { Id, Input, InputPath, InputTransformer } = target;
  if ([Input, InputPath, InputTransformer].filter((part) => part !== undefined).length > 1) {
    throw refused(Id, 'only one of Input, InputPath and InputTransformer can be given');
  }
  if (Input !== undefined && !isJson(Input)) throw refused(Id, 'Input must be valid JSON text');
  if (InputPath !== undefined && !parseJsonPath(InputPath))
    throw refused(Id, `InputPath "${InputPath}" is not valid`);
  if (InputTransformer) checkTransformer(Id, InputTransformer);
};
