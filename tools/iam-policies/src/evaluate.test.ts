import * as fc from 'fast-check';
import { denialMessage } from './denial-message.ts';
import { evaluate } from './evaluate.ts';
import type { Principal } from './policy/principal.ts';
import { account, aPolicy, aRequest, queue } from './testing/policies.ts';

const send = { Action: 'sqs:SendMessage', Resource: queue('dial') };
const none = { identity: [], resource: [] };
const identity = (...statements: readonly Readonly<Record<string, unknown>>[]) => ({
  ...none,
  identity: [aPolicy('identity', ...statements)],
});
const resource = (...statements: readonly Readonly<Record<string, unknown>>[]) => ({
  ...none,
  resource: [aPolicy('resource', ...statements)],
});
const events: Principal = { kind: 'service', service: 'events.amazonaws.com' };

describe('a call', () => {
  it('is denied when no policy is about it', () => {
    expect(evaluate(aRequest(), none)).toEqual({
      decision: 'implicit-deny',
      grants: [],
      deniedBy: 'identity',
    });
  });

  it('is allowed by the entries that fit, and tells which', () => {
    const policies = identity({
      Action: ['sqs:ReceiveMessage', 'sqs:Send*'],
      Resource: [queue('other'), queue('d*')],
    });
    expect(evaluate(aRequest(), policies)).toEqual({
      decision: 'allow',
      grants: [{ policy: 'identity', statement: 0, action: 'sqs:Send*', resource: queue('d*') }],
    });
  });

  it('takes actions in any case and resources in theirs', () => {
    expect(evaluate(aRequest({ action: 'SQS:sendmessage' }), identity(send)).decision).toBe('allow');
    expect(evaluate(aRequest({ resource: queue('Dial') }), identity(send)).decision).toBe('implicit-deny');
  });

  it('without resource-level permissions needs a statement about all resources', () => {
    const list = aRequest({ action: 'sqs:ListQueues', resource: '*' });
    expect(evaluate(list, identity({ Resource: queue('*') })).decision).toBe('implicit-deny');
    expect(evaluate(list, identity({ Resource: '*' })).decision).toBe('allow');
  });

  it('keeps a wildcard within its part of the ARN', () => {
    const everywhere = identity({ Resource: 'arn:aws:sqs:us-*:dial' + ':*' });
    expect(evaluate(aRequest(), everywhere).decision).toBe('implicit-deny');
    expect(evaluate(aRequest(), identity({ Resource: `arn:aws:sqs:us-*:${account}:*` })).decision).toBe(
      'allow',
    );
  });

  it('is denied by an explicit Deny, whatever allows it', () => {
    const denied = evaluate(aRequest(), {
      identity: [aPolicy('identity', send)],
      resource: [aPolicy('resource', send, { ...send, Effect: 'Deny' })],
    });
    expect(denied).toMatchObject({ decision: 'explicit-deny', deniedBy: 'resource' });
  });

  it('is about what NotAction and NotResource leave', () => {
    const statement = { NotAction: 'sqs:Delete*', NotResource: queue('other') };
    expect(evaluate(aRequest(), identity(statement)).decision).toBe('allow');
    expect(evaluate(aRequest({ action: 'sqs:DeleteMessage' }), identity(statement)).decision).toBe(
      'implicit-deny',
    );
    expect(evaluate(aRequest({ resource: queue('other') }), identity(statement)).decision).toBe(
      'implicit-deny',
    );
  });

  it('fills in policy variables, and fits nothing when one has no value', () => {
    const own = identity({ Resource: queue('${aws:userid}-*') });
    const request = aRequest({ resource: queue('A*B-1') });
    expect(evaluate({ ...request, context: { 'aws:userid': 'A*B' } }, own).decision).toBe('allow');
    expect(
      evaluate({ ...aRequest({ resource: queue('AxB-1') }), context: { 'aws:userid': 'A*B' } }, own).decision,
    ).toBe('implicit-deny');
    expect(evaluate(request, own).decision).toBe('implicit-deny');
    const byDefault = identity({ Resource: queue("${aws:userid, 'A*B'}${*}1") });
    expect(evaluate(aRequest({ resource: queue('A*B*1') }), byDefault).decision).toBe('allow');
  });
});

describe('a policy of a resource', () => {
  it('lets a role of the account in by itself', () => {
    const { principal } = aRequest();
    const arn = principal.kind === 'role' ? principal.roleArn : '';
    expect(evaluate(aRequest(), resource({ Principal: { AWS: arn } })).decision).toBe('allow');
    expect(evaluate(aRequest(), resource({ Principal: { AWS: `${arn}2` } })).decision).toBe('implicit-deny');
  });

  it('leaves the decision to the account that it names, but denies all of it', () => {
    const whole = { Principal: { AWS: `arn:aws:iam::${account}:root` } };
    expect(evaluate(aRequest(), resource(whole)).decision).toBe('implicit-deny');
    expect(evaluate(aRequest(), resource({ ...whole, Effect: 'Deny' })).decision).toBe('explicit-deny');
  });

  it('alone lets a service in, under its conditions', () => {
    const context = { 'aws:sourcearn': 'arn:aws:events:us-east-1:000000000000:rule/nightly' };
    const request = aRequest({ principal: events, context });
    const statement = {
      Principal: { Service: 'events.amazonaws.com' },
      Condition: { ArnLike: { 'AWS:SourceArn': 'arn:aws:events:us-east-1:000000000000:rule/*' } },
    };
    expect(evaluate(request, resource(statement)).decision).toBe('allow');
    expect(evaluate({ ...request, context: {} }, resource(statement)).decision).toBe('implicit-deny');
    expect(evaluate(request, identity(send))).toMatchObject({
      decision: 'implicit-deny',
      deniedBy: 'resource',
    });
  });
});

describe('a permissions boundary', () => {
  it('must allow what policies allow', () => {
    const policies = identity(send);
    const wide = aPolicy('identity', { Action: 'sqs:*' });
    const narrow = aPolicy('identity', { Action: 'sns:*' });
    expect(evaluate(aRequest(), { ...policies, boundary: wide }).decision).toBe('allow');
    expect(evaluate(aRequest(), { ...policies, boundary: narrow })).toEqual({
      decision: 'implicit-deny',
      grants: [],
      deniedBy: 'boundary',
    });
  });
});

describe('a denial', () => {
  it('is told in the words of AWS', () => {
    const request = aRequest();
    const user =
      'User: arn:aws:sts::000000000000:assumed-role/dialler/one is not authorized to perform: sqs:SendMessage';
    expect(denialMessage(request, evaluate(request, none))).toBe(
      `${user} on resource: ${queue('dial')} because no identity-based policy allows the sqs:SendMessage action`,
    );
    const denied = evaluate(request, identity({ ...send, Effect: 'Deny' }));
    expect(denialMessage(request, denied)).toBe(
      `${user} on resource: ${queue('dial')} with an explicit deny in an identity-based policy`,
    );
  });
});

const names = fc.constantFrom('dial', 'dead', 'parked');
const actions = fc.constantFrom('sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage');
const statements = fc.array(
  fc.record({
    Effect: fc.constantFrom('Allow', 'Deny'),
    Action: fc.oneof(actions, fc.constantFrom('sqs:*', '*')),
    Resource: fc.oneof(names.map(queue), fc.constant('*')),
  }),
  { minLength: 1, maxLength: 6 },
);
const requests = fc.record({ action: actions, resource: names.map(queue) }).map(aRequest);

describe('somebody for whom a provider vouches', () => {
  const provider = 'cognito-identity.amazonaws.com';
  const guest = aRequest({
    principal: { kind: 'federated', provider },
    context: { [`${provider}:aud`]: 'pool', [`${provider}:amr`]: ['unauthenticated'] },
  });
  const decided = (Principal: unknown, Condition = {}) =>
    evaluate(guest, { ...none, resource: [aPolicy('resource', { Principal, Condition })] }).decision;

  it('is allowed by a resource that names the provider, not by one that names a service', () => {
    expect(decided({ Federated: provider })).toBe('allow');
    expect(decided({ Federated: 'accounts.example.com' })).toBe('implicit-deny');
    expect(decided({ Service: provider })).toBe('implicit-deny');
  });

  it('is told apart by what the provider says', () => {
    const audience = (pool: string) => ({ StringEquals: { [`${provider}:aud`]: pool } });
    expect(decided({ Federated: provider }, audience('pool'))).toBe('allow');
    expect(decided({ Federated: provider }, audience('other'))).toBe('implicit-deny');
  });

  it('has no policies of its own', () => {
    expect(evaluate(guest, { ...none, identity: [aPolicy('identity', {})] }).decision).toBe('implicit-deny');
  });
});

describe('for every policy', () => {
  it('more Deny never allows more, more Allow never denies more', () => {
    fc.assert(
      fc.property(statements, statements, requests, (some, more, request) => {
        const denies = more.map((statement) => ({ ...statement, Effect: 'Deny' }));
        const allows = more.map((statement) => ({ ...statement, Effect: 'Allow' }));
        const before = evaluate(request, identity(...some)).decision;
        const withDenies = evaluate(request, identity(...some, ...denies)).decision;
        const withAllows = evaluate(request, identity(...some, ...allows)).decision;
        return (
          (withDenies !== 'allow' || before === 'allow') && (before !== 'allow' || withAllows === 'allow')
        );
      }),
    );
  });

  it('the order and the split of statements make no difference', () => {
    fc.assert(
      fc.property(statements, requests, (some, request) => {
        const whole = evaluate(request, identity(...some)).decision;
        const parts = { ...none, identity: [...some].reverse().map((one) => aPolicy('identity', one)) };
        return evaluate(request, parts).decision === whole;
      }),
    );
  });

  it('a call is allowed exactly when a grant is told and none of them denies', () => {
    fc.assert(
      fc.property(statements, requests, (some, request) => {
        const { decision, grants } = evaluate(request, identity(...some));
        const effects = grants.map(({ statement }) => some[statement]?.Effect);
        if (decision === 'allow') return grants.length > 0 && effects.every((effect) => effect === 'Allow');
        if (decision === 'explicit-deny')
          return effects.length > 0 && effects.every((effect) => effect === 'Deny');
        return grants.length === 0;
      }),
    );
  });
});
