import type { SiteName } from '@atlas-engine/resource-names';
import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import type { AtlasStack } from '../atlas-stack.ts';
import { contentSecurityPolicy, type PageSecurity } from './content-security-policy.ts';

const override = true;
/** Two years, as browsers' preload lists ask for at least one. */
const strictTransport = Duration.days(730);

/** The headers with which all answers of a site leave the edge. */
export function addResponseHeaders(
  scope: Construct,
  { names }: AtlasStack,
  { site, security }: { readonly site: SiteName; readonly security: PageSecurity },
): ResponseHeadersPolicy {
  const mayBeFramed = security.ancestors.length > 0;
  const securityHeadersBehavior: ResponseSecurityHeadersBehavior = {
    contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(security), override },
    contentTypeOptions: { override },
    // Browsers without frame-ancestors; it knows no list of origins.
    ...(mayBeFramed ? {} : { frameOptions: { frameOption: HeadersFrameOption.DENY, override } }),
    referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override },
    strictTransportSecurity: { accessControlMaxAge: strictTransport, includeSubdomains: true, override },
  };
  const custom = {
    'Permissions-Policy': security.permissions,
    'Cross-Origin-Resource-Policy': security.loadedByOthers ? 'cross-origin' : 'same-origin',
    // A page in a frame of other origins has no say in its window; the console opens Connect's sign-in in a pop-up.
    ...(mayBeFramed ? {} : { 'Cross-Origin-Opener-Policy': 'same-origin-allow-popups' }),
  };
  return new ResponseHeadersPolicy(scope, 'Headers', {
    responseHeadersPolicyName: names.sites[site].name,
    comment: `Security headers of ${names.sites[site].name}.`,
    securityHeadersBehavior,
    customHeadersBehavior: {
      customHeaders: Object.entries(custom).map(([header, value]) => ({ header, value, override })),
    },
  });
}
