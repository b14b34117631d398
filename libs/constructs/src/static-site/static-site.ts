import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type HttpApiName, type SiteName, siteOrigin } from '@atlas-engine/resource-names';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  type DistributionProps,
  OriginRequestPolicy,
  PriceClass,
  type ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { CfnParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { addAlarm } from '../alarm.ts';
import type { AtlasStack } from '../atlas-stack.ts';
import { InvalidStackError } from '../invalid-stack-error.ts';
import { ssmReference } from '../ssm-reference.ts';
import type { PageSecurity } from './content-security-policy.ts';
import { publishPages } from './publish-pages.ts';
import { addResponseHeaders } from './response-headers.ts';
import { addSiteBuckets } from './site-buckets.ts';
import { edgeRegion, webAclArn } from './web-acl.ts';

export interface StaticSiteProps {
  readonly site: SiteName;
  /** The folder that Vite made, with an `index.html`. */
  readonly assetDirectory: string;
  /** What answers `/api/*`. */
  readonly api: HttpApiName;
  /** What pages read as `/config.json`; ids that AWS gave as `ssmReference`. */
  readonly configuration: object;
  /** Patterns of files that are not published. */
  readonly leaveOut?: readonly string[];
  readonly security: PageSecurity;
}

/**
 * Pages in a private bucket behind CloudFront: strict security headers, a web ACL with a limit of requests, files with a
 * hash in their name kept for ever and all others for five minutes, `/api/*` from an HTTP API, access log, alarm on 5xx.
 * The site's origin goes into SSM.
 *
 * @throws InvalidStackError when the build is missing, or the stage's region needs a web ACL of its configuration
 */
export class StaticSite extends Construct {
  /** The origin of the pages, e.g. `https://d111111abcdef8.cloudfront.net`. */
  readonly origin: string;
  readonly #stack: AtlasStack;
  readonly #props: StaticSiteProps;

  constructor(stack: AtlasStack, props: StaticSiteProps) {
    super(stack, 'Site');
    this.#stack = stack;
    this.#props = props;
    const { site, assetDirectory, configuration, security, leaveOut = [] } = props;
    if (!existsSync(join(assetDirectory, 'index.html')))
      throw new InvalidStackError(`${site}: ${assetDirectory} has no index.html: build the pages first.`);
    const { pages, accessLogs } = addSiteBuckets(this, stack, site);
    const headers = addResponseHeaders(this, stack, { site, security });
    const distribution = new Distribution(this, 'Distribution', {
      comment: stack.names.sites[site].name,
      defaultRootObject: 'index.html',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(pages),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: headers,
        compress: true,
      },
      additionalBehaviors: { '/api/*': this.#apiBehaviour(headers) },
      priceClass: PriceClass.PRICE_CLASS_100,
      webAclId: webAclArn(this, stack, site),
      enableLogging: true,
      logBucket: accessLogs,
      ...this.#domain(),
    });
    this.#acknowledge(distribution);
    letKnowWhatIsMissing(pages, distribution);
    this.origin = siteOrigin(stack.configuration, site) ?? `https://${distribution.domainName}`;
    publishPages(this, stack, { site, pages, distribution, assetDirectory, configuration, leaveOut });
    this.#addAlarm(distribution);
    const { originParameter: name } = stack.names.sites[site];
    new CfnParameter(this, 'Origin', { name, type: 'String', value: this.origin });
  }

  #apiBehaviour(headers: ResponseHeadersPolicy): BehaviorOptions {
    const { httpApis, region } = this.#stack.names;
    const id = ssmReference(httpApis[this.#props.api].idParameter);
    return {
      origin: new HttpOrigin(`${id}.execute-api.${region}.amazonaws.com`),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      // API Gateway finds the API by the host.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: headers,
      compress: false,
    };
  }

  #domain(): Pick<DistributionProps, 'domainNames' | 'certificate' | 'minimumProtocolVersion'> {
    const { sites } = this.#stack.configuration;
    const { domain } = sites[this.#props.site === 'Console' ? 'console' : 'chat'];
    if (domain === undefined) return {};
    return {
      domainNames: [domain.name],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    };
  }

  #acknowledge(distribution: Distribution): void {
    acknowledge(distribution, {
      'AwsSolutions-CFR1': 'Agents and customers may be anywhere.',
      'AwsSolutions-CFR4':
        "Without a domain of the stage's own CloudFront's certificate is used, and its minimum of TLS.",
    });
  }

  /** CloudFront's metrics are in us-east-1, and an alarm must be where its metric is. */
  #addAlarm(distribution: Distribution): void {
    const { configuration } = this.#stack;
    if (configuration.region !== edgeRegion) return;
    const { site } = this.#props;
    addAlarm(this.#stack, {
      alarm: `${site}-SiteErrors`,
      meaning: `The site ${site} answers with 5xx. See whether its API does, then CloudFront's health.`,
      metric: {
        namespace: 'AWS/CloudFront',
        name: '5xxErrorRate',
        dimensions: { DistributionId: distribution.distributionId, Region: 'Global' },
        statistic: 'Average',
        periodSeconds: 300,
      },
      threshold: configuration.alarms.siteErrorPercent,
    });
  }
}

/** With a right to list, S3 says 404 of what is not there; without, 403. No request of a viewer lists anything. */
function letKnowWhatIsMissing(pages: IBucket, { distributionArn }: Distribution): void {
  pages.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
      actions: ['s3:ListBucket'],
      resources: [pages.bucketArn],
      conditions: { StringEquals: { 'AWS:SourceArn': distributionArn } },
    }),
  );
}
