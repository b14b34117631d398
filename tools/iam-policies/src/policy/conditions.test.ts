import * as fc from 'fast-check';
import { compileConditions } from './conditions.ts';
import type { Context } from './context.ts';

const holds = (operator: string, wanted: readonly string[], actual?: string | readonly string[]): boolean => {
  const context: Context = actual === undefined ? {} : { 's3:prefix': actual };
  return compileConditions({ [operator]: { 's3:prefix': wanted } }, 'here')(context);
};

describe('condition operators', () => {
  it.each([
    ['StringEquals', ['a', 'b'], 'b', true],
    ['StringEquals', ['a'], 'A', false],
    ['StringNotEquals', ['a', 'b'], 'b', false],
    ['StringNotEquals', ['a', 'b'], 'c', true],
    ['StringEqualsIgnoreCase', ['a'], 'A', true],
    ['StringNotEqualsIgnoreCase', ['a'], 'A', false],
    ['StringLike', ['calls/*.wav'], 'calls/1/2.wav', true],
    ['StringLike', ['calls/?.wav'], 'calls/12.wav', false],
    ['StringNotLike', ['calls/*'], 'other', true],
    ['ArnLike', ['arn:aws:sns:*:1:t*'], 'arn:aws:sns:eu:1:topic', true],
    ['ArnEquals', ['arn:aws:sns:*:1:t*'], 'arn:aws:sns:eu:1:2:topic', false],
    ['ArnNotLike', ['arn:aws:sns:*:1:t*'], 'arn:aws:sns:eu:1:topic', false],
    ['ArnNotEquals', ['arn:aws:sns:*:1:t*'], 'arn:aws:sns:eu:1:x', true],
    ['Bool', ['true'], 'TRUE', true],
    ['Bool', ['false'], 'true', false],
    ['NumericEquals', ['10'], '10.0', true],
    ['NumericNotEquals', ['10'], '11', true],
    ['NumericLessThan', ['10'], '10', false],
    ['NumericLessThanEquals', ['10'], '10', true],
    ['NumericGreaterThan', ['9'], '10', true],
    ['NumericGreaterThanEquals', ['11'], '10', false],
    ['NumericEquals', ['0'], 'none', false],
    ['DateEquals', ['2026-11-21T00:00:00Z'], '1795219200', true],
    ['DateNotEquals', ['2026-11-21T00:00:00Z'], '1795219200', false],
    ['DateLessThan', ['2026-11-21T00:00:00Z'], '2026-11-20T00:00:00Z', true],
    ['DateLessThanEquals', ['2026-11-21T00:00:00Z'], '2026-11-22T00:00:00Z', false],
    ['DateGreaterThan', ['2026-11-21T00:00:00Z'], '2026-11-22T00:00:00Z', true],
    ['DateGreaterThanEquals', ['2026-11-21T00:00:00Z'], '2026-11-21T00:00:00Z', true],
    ['IpAddress', ['192.0.2.0/24', '2001:db8::/32'], '192.0.2.9', true],
    ['IpAddress', ['192.0.2.0/24'], '2001:db8::1', false],
    ['IpAddress', ['2001:db8::/32'], '2001:db8::1', true],
    ['NotIpAddress', ['192.0.2.1'], '192.0.2.1', false],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['x', 'b'], true],
    ['ForAnyValue:StringEquals', ['a'], ['x'], false],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], true],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'x'], false],
    ['ForAllValues:StringNotEquals', ['a'], ['b', 'a'], false],
    ['ForAnyValue:StringNotEquals', ['a'], ['b', 'a'], true],
  ] as const)('%s %j on %j is %s', (operator, wanted, actual, expected) => {
    expect(holds(operator, wanted, actual)).toBe(expected);
  });

  it.each([
    ['StringEquals', false],
    ['StringNotEquals', true],
    ['StringEqualsIfExists', true],
    ['StringNotEqualsIfExists', true],
    ['ForAllValues:StringEquals', true],
    ['ForAnyValue:StringEquals', false],
    ['ForAnyValue:StringNotEquals', false],
    ['ForAnyValue:StringEqualsIfExists', true],
  ])('%s on a key that the call lacks is %s', (operator, expected) => {
    expect(holds(operator, ['a'])).toBe(expected);
  });

  it('Null asks whether a key is there', () => {
    expect(holds('Null', ['true'])).toBe(true);
    expect(holds('Null', ['true'], 'a')).toBe(false);
    expect(holds('Null', ['false'], 'a')).toBe(true);
  });

  it('compares with the value of a variable, and fails without one', () => {
    const condition = compileConditions({ StringEquals: { 's3:prefix': ['home/${aws:userid}'] } }, 'here');
    expect(condition({ 's3:prefix': 'home/7', 'aws:userid': '7' })).toBe(true);
    expect(condition({ 's3:prefix': 'home/' })).toBe(false);
  });

  it('holds only when all operators and keys do', () => {
    const condition = compileConditions(
      {
        StringEquals: { 's3:prefix': ['a'], 's3:delimiter': ['/'] },
        Bool: { 'aws:SecureTransport': ['true'] },
      },
      'here',
    );
    const all = { 's3:prefix': 'a', 's3:delimiter': '/', 'aws:securetransport': 'true' };
    expect(condition(all)).toBe(true);
    for (const key of Object.keys(all)) expect(condition({ ...all, [key]: 'b' })).toBe(false);
  });

  it.each([
    ['BinaryEquals', 's3:prefix', 'a', 'this operator is not known'],
    ['constructor', 's3:prefix', 'a', 'this operator is not known'],
    ['ForSomeValues:StringEquals', 's3:prefix', 'a', 'this operator is not known'],
    ['StringEquals', 'dynamodb:LeadingKeys', 'a', 'the condition key dynamodb:LeadingKeys is not known'],
    ['Bool', 'aws:SecureTransport', 'yes', 'must be true or false, is yes'],
    ['Null', 's3:prefix', 'yes', 'must be true or false'],
    ['NumericEquals', 's3:max-keys', 'ten', 'must be a number, is ten'],
    ['DateLessThan', 'aws:CurrentTime', 'soon', 'must be a date or epoch seconds, is soon'],
    ['IpAddress', 'aws:SourceIp', '192.0.2.0/33', 'must be an IP address or a range in CIDR notation'],
    ['ArnLike', 'aws:SourceArn', 'topic', 'must be * or an ARN of six parts, is topic'],
  ])('%s of %s with %s is refused by name', (operator, key, wanted, problem) => {
    expect(() => compileConditions({ [operator]: { [key]: [wanted] } }, 'P: statement 0')).toThrow(
      `P: statement 0: Condition ${operator}: `,
    );
    expect(() => compileConditions({ [operator]: { [key]: [wanted] } }, 'here')).toThrow(problem);
  });
});

describe('for every value', () => {
  const opposites = [
    ['StringEquals', 'StringNotEquals'],
    ['StringLike', 'StringNotLike'],
    ['StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'],
  ] as const;
  const texts = fc.string({ unit: fc.constantFrom('a', 'B', '*', '?', '/', '.', '\\', '$') });

  it('an operator and its negation never agree on a key that is there', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...opposites),
        fc.array(texts, { minLength: 1 }),
        texts,
        (pair, wanted, actual) => {
          return holds(pair[0], wanted, actual) !== holds(pair[1], wanted, actual);
        },
      ),
    );
  });

  it('a pattern without wildcards is like itself only', () => {
    fc.assert(
      fc.property(texts, texts, (pattern, actual) => {
        fc.pre(!/[*?]/.test(pattern));
        return holds('StringLike', [pattern], actual) === (pattern === actual);
      }),
    );
  });

  it('a text is like itself with any part replaced by *', () => {
    fc.assert(
      fc.property(texts, texts, texts, (before, part, after) =>
        holds(
          'StringLike',
          [`${before.replace(/[*?]/g, '')}*${after.replace(/[*?]/g, '')}`],
          [before.replace(/[*?]/g, ''), part, after.replace(/[*?]/g, '')].join(''),
        ),
      ),
    );
  });
});
