import { openSite } from '../testing/site.ts';

const visibility = { CloudWatchMetricsEnabled: true, MetricName: 'm', SampledRequestsEnabled: false };
const rate = (changes: Readonly<Record<string, unknown>> = {}, action: unknown = { Block: {} }) => ({
  Name: 'Rate',
  Priority: 1,
  Action: action,
  Statement: { RateBasedStatement: { Limit: 10, AggregateKeyType: 'IP', ...changes } },
  VisibilityConfig: visibility,
});
const managed = (name: string) => ({
  Name: name,
  Priority: 0,
  OverrideAction: { None: {} },
  Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: name } },
  VisibilityConfig: visibility,
});
const acl = (...rules: readonly unknown[]) => ({
  Name: 'site',
  Scope: 'CLOUDFRONT',
  DefaultAction: { Allow: {} },
  Rules: rules,
  VisibilityConfig: visibility,
});

const openLimited = (...rules: readonly unknown[]) => {
  const site = openSite();
  site.objects.set('/index.html', { status: 200, body: 'hello' });
  const { arn } = site.cloudFront.putWebAcl(['stack', 'Acl'], acl(...rules));
  const host = site.hostOf(site.put({ WebACLId: arn }));
  const ask = async (remoteAddress = '127.0.0.1') =>
    (await site.ask({ host, path: '/', remoteAddress })).status;
  const many = async (count: number, address?: string) => {
    const statuses: number[] = [];
    for (let index = 0; index < count; index += 1) statuses.push(await ask(address));
    return statuses;
  };
  return { ...site, arn, ask, many };
};

describe('a rate limit', () => {
  it('stops one address above the limit, and no other', async () => {
    const { many, ask } = openLimited(rate());
    expect(new Set(await many(10))).toEqual(new Set([200]));
    expect(await ask()).toBe(403);
    expect(await ask('127.0.0.2')).toBe(200);
  });

  it('lets the address in again once its requests are older than the window', async () => {
    const { many, ask, pass } = openLimited(rate({ EvaluationWindowSec: 60 }));
    await many(11);
    await pass(50_000);
    expect(await ask()).toBe(403);
    await pass(70_000);
    expect(await ask()).toBe(200);
  });

  it('answers with the code that it is told', async () => {
    const { many, ask } = openLimited(rate({}, { Block: { CustomResponse: { ResponseCode: 429 } } }));
    await many(10);
    expect(await ask()).toBe(429);
  });

  it('stands beside groups of AWS, which are accepted and not simulated', async () => {
    const { many, ask } = openLimited(managed('AWSManagedRulesAmazonIpReputationList'), rate());
    await many(10);
    expect(await ask()).toBe(403);
  });
});

describe('a web ACL', () => {
  it.each<[string, readonly unknown[]]>([
    ['AWSManagedRulesSQLiRuleSet', [managed('AWSManagedRulesSQLiRuleSet')]],
    ['a limit below ten', [rate({ Limit: 9 })]],
    ['another key', [rate({ AggregateKeyType: 'FORWARDED_IP' })]],
    ['another window', [rate({ EvaluationWindowSec: 30 })]],
    ['a priority twice', [rate(), { ...rate(), Name: 'Other' }]],
    ['a rule that counts', [rate({}, { Count: {} })]],
  ])('is refused with what is not known: %s', (_what, rules) => {
    expect(() => openSite().cloudFront.putWebAcl(['stack', 'Acl'], acl(...rules))).toThrow();
  });

  it('of a region is refused', () => {
    const regional = { ...acl(), Scope: 'REGIONAL' };
    expect(() => openSite().cloudFront.putWebAcl(['stack', 'Acl'], regional)).toThrow('CLOUDFRONT');
  });

  it('is gone when it is removed', () => {
    const { cloudFront, arn, put } = openLimited(rate());
    cloudFront.removeWebAcl(arn);
    expect(() => put({ WebACLId: arn })).toThrow('Web ACL');
  });
});
