import type { BranchRule, ParameterTest } from './action-spec.ts';
import { type ActionType, specOf } from './catalogue.ts';

/** Which branches an action has with these parameters. */
export function branchRuleOf(type: ActionType, parameters: Readonly<Record<string, unknown>>): BranchRule {
  const { branches } = specOf(type);
  const found = branches.find(({ when }) => when === undefined || holds(when, parameters));
  return found ?? branches[0];
}

/** The value of a parameter, by keys joined by dots. */
export const parameterAt = (parameters: Readonly<Record<string, unknown>>, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined),
      parameters,
    );

function holds({ parameter, among }: ParameterTest, parameters: Readonly<Record<string, unknown>>): boolean {
  const value = parameterAt(parameters, parameter);
  return among === undefined ? value !== undefined : among.some((each) => each === value);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
