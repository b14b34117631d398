import { compileArn, isArnPattern } from './arn.ts';
import { substitute, compileWildcard } from './wildcard.ts';
import type { Context } from './context.ts';
import { isInRange, isIpRange } from './ip-range.ts';

/** Compares a value of the call with one of the policy. */
type Compare = (actual: string, wanted: string, context: Context) => boolean;

/** A condition operator without its `…IfExists` and `For…Values:`. */
export interface Operator {
  readonly compare: Compare;
  /** Whether it holds when no value of the policy fits, as `StringNotEquals`. */
  readonly negated: boolean;
  /** What a value in the policy must be; without it any text. */
  readonly valid?: { readonly test: (value: string) => boolean; readonly expected: string };
}

const literally =
  (compare: (actual: string, wanted: string) => boolean): Compare =>
  (actual, wanted, context) => {
    const value = substitute(wanted, context);
    return value !== undefined && compare(actual, value);
  };

const numeric = (compare: (actual: number, wanted: number) => boolean): Compare =>
  literally((actual, wanted) => actual.trim() !== '' && compare(Number(actual), Number(wanted)));

/** Epoch seconds, or a date of ISO 8601, in milliseconds. */
const timeOf = (text: string): number =>
  /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);

const dated = (compare: (actual: number, wanted: number) => boolean): Compare =>
  literally((actual, wanted) => compare(timeOf(actual), timeOf(wanted)));

const number = {
  test: (value: string) => value.trim() !== '' && !Number.isNaN(Number(value)),
  expected: 'a number',
};
const date = { test: (value: string) => !Number.isNaN(timeOf(value)), expected: 'a date or epoch seconds' };
const truth = { test: (value: string) => /^(true|false)$/i.test(value), expected: 'true or false' };
const range = { test: isIpRange, expected: 'an IP address or a range in CIDR notation' };
const arnPattern = { test: isArnPattern, expected: '* or an ARN of six parts' };

const equal: Compare = literally((actual, wanted) => actual === wanted);
const equalIgnoringCase: Compare = literally(
  (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase(),
);
const like: Compare = (actual, wanted, context) => compileWildcard(wanted)(actual, context);
const arnLike: Compare = (actual, wanted, context) => compileArn(wanted)(actual, context);

const positive = (compare: Compare, valid?: Operator['valid']): Operator => ({
  compare,
  negated: false,
  ...(valid && { valid }),
});
const negative = (compare: Compare, valid?: Operator['valid']): Operator => ({
  ...positive(compare, valid),
  negated: true,
});

/** Condition operators by name. Source: IAM user guide, "IAM JSON policy elements: Condition operators". */
export const operators: Readonly<Record<string, Operator>> = {
  StringEquals: positive(equal),
  StringNotEquals: negative(equal),
  StringEqualsIgnoreCase: positive(equalIgnoringCase),
  StringNotEqualsIgnoreCase: negative(equalIgnoringCase),
  StringLike: positive(like),
  StringNotLike: negative(like),
  ArnEquals: positive(arnLike, arnPattern),
  ArnLike: positive(arnLike, arnPattern),
  ArnNotEquals: negative(arnLike, arnPattern),
  ArnNotLike: negative(arnLike, arnPattern),
  Bool: positive(equalIgnoringCase, truth),
  NumericEquals: positive(
    numeric((a, b) => a === b),
    number,
  ),
  NumericNotEquals: negative(
    numeric((a, b) => a === b),
    number,
  ),
  NumericLessThan: positive(
    numeric((a, b) => a < b),
    number,
  ),
  NumericLessThanEquals: positive(
    numeric((a, b) => a <= b),
    number,
  ),
  NumericGreaterThan: positive(
    numeric((a, b) => a > b),
    number,
  ),
  NumericGreaterThanEquals: positive(
    numeric((a, b) => a >= b),
    number,
  ),
  DateEquals: positive(
    dated((a, b) => a === b),
    date,
  ),
  DateNotEquals: negative(
    dated((a, b) => a === b),
    date,
  ),
  DateLessThan: positive(
    dated((a, b) => a < b),
    date,
  ),
  DateLessThanEquals: positive(
    dated((a, b) => a <= b),
    date,
  ),
  DateGreaterThan: positive(
    dated((a, b) => a > b),
    date,
  ),
  DateGreaterThanEquals: positive(
    dated((a, b) => a >= b),
    date,
  ),
  IpAddress: positive(literally(isInRange), range),
  NotIpAddress: negative(literally(isInRange), range),
};
