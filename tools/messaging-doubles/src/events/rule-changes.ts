import { AwsError } from '@atlas-engine/aws-wire';
import { invalidPattern } from './event-pattern-error.ts';
import { validatePattern } from './event-pattern.ts';
import { invalidEventsInput } from './events-error.ts';
import { defaultBus, type RuleDirectory } from './rule-directory.ts';
import type { RuleRecord, RuleState, RuleTarget } from './rule-record.ts';
import { parseSchedule } from './schedule-expression.ts';
import type { Schedules } from './schedules.ts';
import { checkTarget } from './target-check.ts';

const mostPatternCharacters = 2048;
const mostTargets = 5;

/** A rule to make or change. */
export interface RuleRequest {
  readonly name: string;
  readonly bus: string;
  readonly pattern?: string | undefined;
  readonly schedule?: string | undefined;
  readonly state?: RuleState | undefined;
  readonly description?: string | undefined;
  readonly roleArn?: string | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/** Making, changing and deleting rules and their targets. */
export interface RuleChanges {
  /** Makes a rule, or changes all of an existing one but its targets. @throws AwsError ValidationException, InvalidEventPatternException */
  put(request: RuleRequest): RuleRecord;
  setState(rule: RuleRecord, state: RuleState): void;
  setTags(rule: RuleRecord, tags: Readonly<Record<string, string>>): void;
  /** Adds targets, or replaces those with the same Id. @throws AwsError when one is not valid or there are more than 5. */
  putTargets(rule: RuleRecord, targets: readonly RuleTarget[]): void;
  removeTargets(rule: RuleRecord, ids: readonly string[]): void;
  /** @throws AwsError ValidationException while the rule has targets. */
  remove(rule: RuleRecord): void;
}

/** Reads a pattern's JSON text. @throws AwsError InvalidEventPatternException */
export const parsePattern = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidPattern('it is not JSON');
  }
};

const checkRule = ({ name, bus, pattern, schedule }: RuleRequest): void => {
  if (!/^[.\-_A-Za-z0-9]{1,64}$/.test(name))
    throw invalidEventsInput(`Name: "${name}" must be 1 to 64 of letters, digits, . - _`);
  if (pattern === undefined && schedule === undefined) {
    throw invalidEventsInput('Parameter(s) EventPattern or ScheduleExpression must be specified.');
  }
  if (schedule !== undefined && bus !== defaultBus) {
    throw invalidEventsInput('ScheduleExpression is supported only on the default event bus.');
  }
  if (schedule !== undefined) parseSchedule(schedule);
  if (pattern !== undefined) checkPattern(pattern);
};

const checkPattern = (pattern: string): void => {
  if (pattern.length > mostPatternCharacters) {
    throw invalidPattern(`it has ${pattern.length} characters, ${mostPatternCharacters} are allowed`);
  }
  validatePattern(parsePattern(pattern));
};

/** Drops the members that are undefined, so that a stored record has none. */
const defined = <T extends object>(members: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** Makes the changes of rules; schedules follow them. */
export const createRuleChanges = (directory: RuleDirectory, schedules: Schedules): RuleChanges => {
  const save = (rule: RuleRecord): RuleRecord => {
    directory.save(rule);
    schedules.follow(rule);
    return rule;
  };

  return {
    put: (request) => {
      checkRule(request);
      const before = directory.find(request.bus, request.name);
      const { state = 'ENABLED', tags = before?.tags ?? {}, ...rest } = request;
      const arn = directory.ruleArn(request.bus, request.name);
      return save({ ...defined(rest), arn, state, tags, targets: before?.targets ?? [] });
    },
    setState: (rule, state) => void save({ ...rule, state }),
    setTags: (rule, tags) => void save({ ...rule, tags }),
    putTargets: (rule, targets) => {
      targets.forEach(checkTarget);
      const ids = new Set(targets.map(({ Id }) => Id));
      const all = [...rule.targets.filter(({ Id }) => !ids.has(Id)), ...targets];
      if (all.length > mostTargets) {
        throw new AwsError(
          'LimitExceededException',
          `The requested resource exceeds the maximum number allowed: ${mostTargets} targets of rule ${rule.name}.`,
        );
      }
      save({ ...rule, targets: all });
    },
    removeTargets: (rule, ids) =>
      void save({ ...rule, targets: rule.targets.filter(({ Id }) => !ids.includes(Id)) }),
    remove: (rule) => {
      if (rule.targets.length > 0) throw invalidEventsInput("Rule can't be deleted since it has targets.");
      schedules.forget(rule.arn);
      directory.remove(rule);
    },
  };
};
