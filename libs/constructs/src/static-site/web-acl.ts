import type { SiteName } from '@atlas-engine/resource-names';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { AtlasStack } from '../atlas-stack.ts';
import { InvalidStackError } from '../invalid-stack-error.ts';

/** Where AWS keeps web ACLs of CloudFront, and its metrics. */
export const edgeRegion = 'us-east-1';
const tooManyRequests = 429;

/**
 * Groups of AWS that do not judge what people write: a note of an agent or a message of a customer may look like an attack
 * to the group of common rules, which also refuses bodies above 8 KB.
 */
const managedGroups = ['AWSManagedRulesAmazonIpReputationList', 'AWSManagedRulesKnownBadInputsRuleSet'];

const visibility = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  cloudWatchMetricsEnabled: true,
  metricName,
  // A sample would hold addresses and tokens of people.
  sampledRequestsEnabled: false,
});

const managedRule = (name: string, priority: number): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
  visibilityConfig: visibility(name),
});

/**
 * The ARN of the web ACL before a site: one of its own in us-east-1, else the one that the stage's configuration names.
 *
 * @throws InvalidStackError in another region without `sites.webAclArn`
 */
export function webAclArn(scope: Construct, stack: AtlasStack, site: SiteName): string {
  const { region, sites } = stack.configuration;
  if (sites.webAclArn !== undefined) return sites.webAclArn;
  if (region !== edgeRegion)
    throw new InvalidStackError(
      `${site}: a web ACL for CloudFront lives in ${edgeRegion}, and this stage in ${region}: make one there and name it in sites.webAclArn of the stage's configuration.`,
    );
  const { requestsPerFiveMinutes: limit } = sites[site === 'Console' ? 'console' : 'chat'];
  const { name } = stack.names.sites[site];
  const rate: CfnWebACL.RuleProperty = {
    name: 'RequestsOfOneAddress',
    priority: managedGroups.length,
    action: { block: { customResponse: { responseCode: tooManyRequests } } },
    statement: { rateBasedStatement: { limit, aggregateKeyType: 'IP', evaluationWindowSec: 300 } },
    visibilityConfig: visibility('RequestsOfOneAddress'),
  };
  return new CfnWebACL(scope, 'WebAcl', {
    name,
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    rules: [...managedGroups.map(managedRule), rate],
    visibilityConfig: visibility(name),
  }).attrArn;
}
