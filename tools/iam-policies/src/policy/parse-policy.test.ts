import { PolicyError } from '../policy-error.ts';
import { parsePolicy } from './parse-policy.ts';

const statement = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' };
const parse = (
  changes: Readonly<Record<string, unknown>>,
  kind: 'identity' | 'resource' | 'trust' = 'identity',
) => parsePolicy({ Version: '2012-10-17', Statement: { ...statement, ...changes } }, { id: 'Own', kind });

describe('a policy document', () => {
  it('may write one for a list, and numbers and booleans for text', () => {
    const { statements } = parse({ Sid: 'Send', Condition: { Bool: { 'aws:SecureTransport': true } } });
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({ sid: 'Send', effect: 'Allow' });
  });

  it.each([
    [{ Effect: 'Maybe' }, 'Effect'],
    [{ Actoin: 'sqs:*' }, 'Unrecognized key'],
    [{ Action: 'SendMessage' }, 'Action'],
    [{ Action: 'sqs:Send:Message' }, 'Action'],
    [{ Action: undefined }, 'must have Action or NotAction'],
    [{ NotAction: 'sqs:*' }, 'must have Action or NotAction'],
    [{ Resource: undefined }, 'must have Resource or NotResource'],
    [{ Resource: 'arn:aws:sqs:*' }, 'Resource: must be * or an ARN of six parts, is arn:aws:sqs:*'],
    [{ Principal: '*' }, 'Principal: is for policies of resources'],
    [{ NotPrincipal: '*' }, 'Unrecognized key'],
  ])('with %j is refused by name', (changes, problem) => {
    expect(() => parse(changes)).toThrow(PolicyError);
    expect(() => parse(changes)).toThrow(problem);
  });

  it('of a resource names whom it is about', () => {
    expect(() => parse({}, 'resource')).toThrow('Own: statement 0: must have Principal');
    expect(() => parse({ Principal: { CanonicalUser: 'x' } }, 'resource')).toThrow('Principal');
  });

  it('of trust is about the role itself', () => {
    const Principal = { Service: 'lambda.amazonaws.com' };
    expect(() => parse({ Principal }, 'trust')).toThrow('the role itself is meant');
    expect(parse({ Principal, Resource: undefined }, 'trust').statements).toHaveLength(1);
  });

  it('of another version is refused', () => {
    expect(() =>
      parsePolicy({ Version: '2008-10-17', Statement: statement }, { id: 'Own', kind: 'identity' }),
    ).toThrow('Own: Version: must be 2012-10-17');
  });
});
