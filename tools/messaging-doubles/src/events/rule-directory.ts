import { AwsError } from '@atlas-engine/aws-wire';
import type { Collection } from '@atlas-engine/simulation';
import { compilePattern } from './event-pattern.ts';
import type { EventBridgeOptions } from './events-options.ts';
import type { BusRecord, RuleRecord } from './rule-record.ts';

export const defaultBus = 'default';

/** The buses and rules of an account and region. */
export interface RuleDirectory {
  /** The name of a bus given by name or ARN, `default` when absent. @throws AwsError ResourceNotFoundException */
  busName(nameOrArn: string | undefined): string;
  busArn(name: string): string;
  buses: Collection<BusRecord>;
  ruleArn(bus: string, name: string): string;
  find(bus: string, name: string): RuleRecord | undefined;
  /** @throws AwsError ResourceNotFoundException */
  get(bus: string, name: string): RuleRecord;
  ofBus(bus: string): readonly RuleRecord[];
  all(): readonly RuleRecord[];
  save(rule: RuleRecord): void;
  remove(rule: RuleRecord): void;
  /** Whether a rule's pattern matches; false for a rule without one. */
  matches(rule: RuleRecord, event: unknown): boolean;
}

const keyOf = (bus: string, name: string): string => `${bus}/${name}`;

/** Opens the stored buses and rules. */
export const createRuleDirectory = ({ store, region, accountId }: EventBridgeOptions): RuleDirectory => {
  const buses: Collection<BusRecord> = store.collection('events/buses');
  const rules: Collection<RuleRecord> = store.collection('events/rules');
  const compiled = new Map<string, (event: unknown) => boolean>();
  const arn = (resource: string): string => `arn:aws:events:${region}:${accountId}:${resource}`;

  const compiledPattern = (text: string): ((event: unknown) => boolean) => {
    const test = compiled.get(text) ?? compilePattern(JSON.parse(text));
    compiled.set(text, test);
    return test;
  };

  return {
    buses,
    busArn: (name) => arn(`event-bus/${name}`),
    busName: (nameOrArn = defaultBus) => {
      const name = nameOrArn.startsWith('arn:') ? nameOrArn.slice(arn('event-bus/').length) : nameOrArn;
      const isOurs = !nameOrArn.startsWith('arn:') || nameOrArn === arn(`event-bus/${name}`);
      if (isOurs && (name === defaultBus || buses.has(name))) return name;
      throw new AwsError('ResourceNotFoundException', `Event bus ${nameOrArn} does not exist.`);
    },
    ruleArn: (bus, name) => arn(bus === defaultBus ? `rule/${name}` : `rule/${bus}/${name}`),
    find: (bus, name) => rules.get(keyOf(bus, name)),
    get: (bus, name) => {
      const rule = rules.get(keyOf(bus, name));
      if (rule) return rule;
      throw new AwsError('ResourceNotFoundException', `Rule ${name} does not exist on EventBus ${bus}.`);
    },
    ofBus: (bus) => [...rules.values()].filter((rule) => rule.bus === bus),
    all: () => [...rules.values()],
    save: (rule) => rules.set(keyOf(rule.bus, rule.name), rule),
    remove: (rule) => void rules.delete(keyOf(rule.bus, rule.name)),
    matches: ({ pattern }, event) => pattern !== undefined && compiledPattern(pattern)(event),
  };
};
