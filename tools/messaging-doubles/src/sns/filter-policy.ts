import { AwsError } from '@atlas-engine/aws-wire';
import type { MessageAttribute } from '../delivery/deliver.ts';
import { isJsonObject } from '../events/json-shape.ts';
import { compileExpression, type MatchExpression } from '../events/match-expression.ts';
import { invalidParameter } from './sns-error.ts';

type Attributes = Readonly<Record<string, MessageAttribute>>;

const operators = ['prefix', 'anything-but', 'numeric', 'exists'];
const mostKeys = 5;
const mostCombinations = 150;

const refused = (reason: string): AwsError => invalidParameter(`FilterPolicy: ${reason}`);

const parsed = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const policy: unknown = JSON.parse(text);
    if (isJsonObject(policy)) return policy;
  } catch {
    // Refused below, as JSON that is no object is.
  }
  throw refused('failed to parse JSON: it must be an object');
};

const checkOperand = (expression: unknown): void => {
  if (!isJsonObject(expression)) return;
  const operand = expression['anything-but'];
  const unknown = isJsonObject(operand) ? Object.keys(operand).find((key) => key !== 'prefix') : undefined;
  if (unknown !== undefined) throw refused(`the local double does not support anything-but with ${unknown}`);
};

const compileKey = (name: string, alternatives: unknown): readonly MatchExpression[] => {
  if (!Array.isArray(alternatives))
    throw refused(`"${name}" must be an array: nested policies are for FilterPolicyScope MessageBody`);
  if (alternatives.length === 0) throw refused('Empty arrays are not allowed');
  return alternatives.map((expression) => {
    checkOperand(expression);
    try {
      return compileExpression(expression, [name], operators);
    } catch (error) {
      throw error instanceof AwsError ? refused(error.message.replace(/^.*Reason: /, '')) : error;
    }
  });
};

const listOf = (text: string): readonly unknown[] => {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
};

const valuesOf = ({ DataType, StringValue = '' }: MessageAttribute): readonly unknown[] => {
  if (DataType.startsWith('Binary')) return [];
  if (DataType === 'String.Array') return listOf(StringValue);
  return [DataType.startsWith('Number') ? Number(StringValue) : StringValue];
};

const holds = (expressions: readonly MatchExpression[], attribute: MessageAttribute | undefined): boolean => {
  if (attribute === undefined) return expressions.some(({ absent }) => absent);
  return valuesOf(attribute).some((value) => expressions.some(({ test }) => test(value)));
};

/**
 * Compiles a filter policy on message attributes: exact values, prefix, anything-but, numeric, exists.
 *
 * @throws AwsError InvalidParameter when it is not valid or asks for another operator.
 */
export const compileFilterPolicy = (text: string): ((attributes: Attributes) => boolean) => {
  const policy = Object.entries(parsed(text));
  if (policy.length > mostKeys) throw refused(`Filter policy can not have more than ${mostKeys} keys`);
  const keys = policy.map(([name, alternatives]) => ({ name, expressions: compileKey(name, alternatives) }));
  const combinations = keys.reduce((product, { expressions }) => product * expressions.length, 1);
  if (combinations > mostCombinations) throw refused('Filter policy is too complex');
  return (attributes) => keys.every(({ name, expressions }) => holds(expressions, attributes[name]));
};
