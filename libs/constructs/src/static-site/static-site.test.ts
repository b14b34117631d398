import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atlasNames, type StageConfiguration } from '@atlas-engine/resource-names';
import { AtlasStack } from '../atlas-stack.ts';
import { ssmReference } from '../ssm-reference.ts';
import { exampleConfiguration, resourcesOf, synthesize, type Template } from '../testing/synthesize.ts';
import {
  contentSecurityPolicy,
  originOf,
  type PageSecurity,
  permissionsPolicy,
} from './content-security-policy.ts';
import { StaticSite } from './static-site.ts';

const dev = exampleConfiguration('dev');
const names = atlasNames(dev);
const pages = mkdtempSync(join(tmpdir(), 'atlas-pages-'));
mkdirSync(join(pages, 'assets'));
writeFileSync(join(pages, 'index.html'), '<!doctype html>');
writeFileSync(join(pages, 'assets/app-1.js'), 'export {};');
afterAll(() => rmSync(pages, { recursive: true }));

const security: PageSecurity = {
  connect: ['https://participant.connect.us-east-1.amazonaws.com'],
  frames: ['https://atlas.my.connect.aws'],
  ancestors: [],
  permissions: 'microphone=(self)',
  loadedByOthers: false,
};

interface Built {
  readonly template: Template;
  readonly origin: string;
}
const build = (
  configuration: StageConfiguration,
  folder = pages,
  changes: Partial<PageSecurity> = {},
): Built => {
  let origin = '';
  const [template] = Object.values(
    synthesize(configuration, (app) => {
      const stack = new AtlasStack(app, 'Console', 'A site.');
      const site = new StaticSite(stack, {
        site: 'Console',
        assetDirectory: folder,
        api: 'AgentWorkspaceApi',
        configuration: {
          region: 'us-east-1',
          pool: ssmReference('/pool'),
          list: [1, true, ssmReference('/id')],
        },
        leaveOut: ['demo.html'],
        security: { ...security, ...changes },
      });
      ({ origin } = site);
    }),
  );
  return { template: template!, origin };
};

const only = (template: Template, type: string) => {
  const [resource, ...others] = resourcesOf(template, type);
  expect(others).toEqual([]);
  return resource!.Properties;
};

describe('a static site', () => {
  const { template } = build(dev);
  const { DistributionConfig } = only(template, 'AWS::CloudFront::Distribution') as {
    DistributionConfig: Record<string, Record<string, unknown>>;
  };

  it('keeps its pages in a private bucket, encrypted, which only its distribution may read', () => {
    const [bucket] = resourcesOf(template, 'AWS::S3::Bucket').map(({ Properties }) => Properties);
    expect(bucket).toMatchObject({
      BucketName: names.sites.Console.bucket.name,
      BucketEncryption: expect.anything(),
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    const [policy] = resourcesOf(template, 'AWS::S3::BucketPolicy').map(({ Properties }) => Properties);
    const { Statement } = policy!['PolicyDocument'] as { Statement: Record<string, unknown>[] };
    const reads = Statement.filter(({ Effect }) => Effect === 'Allow');
    expect(reads.map(({ Action }) => Action).toSorted()).toEqual(['s3:GetObject', 's3:ListBucket']);
    for (const read of reads)
      expect(read).toMatchObject({
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'AWS:SourceArn': expect.anything() } },
      });
    expect(Statement).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
  });

  it('sends people to TLS, and requests of pages to the API that SSM names, never cached', () => {
    expect(DistributionConfig['DefaultCacheBehavior']).toMatchObject({
      ViewerProtocolPolicy: 'redirect-to-https',
      Compress: true,
    });
    expect(DistributionConfig['CacheBehaviors']).toMatchObject([
      {
        PathPattern: '/api/*',
        ViewerProtocolPolicy: 'https-only',
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
      },
    ]);
    const { idParameter } = names.httpApis.AgentWorkspaceApi;
    expect(DistributionConfig['Origins']).toContainEqual(
      expect.objectContaining({
        DomainName: `{{resolve:ssm:${idParameter}}}.execute-api.us-east-1.amazonaws.com`,
      }),
    );
  });

  it('is limited by a web ACL, and logs who asks', () => {
    const { Rules } = only(template, 'AWS::WAFv2::WebACL') as { Rules: unknown[] };
    expect(Rules).toContainEqual(
      expect.objectContaining({
        Action: { Block: { CustomResponse: { ResponseCode: 429 } } },
        Statement: {
          RateBasedStatement: expect.objectContaining({ Limit: dev.sites.console.requestsPerFiveMinutes }),
        },
      }),
    );
    expect(DistributionConfig['WebACLId']).toBeDefined();
    expect(DistributionConfig['Logging']).toBeDefined();
  });

  it('answers with strict security headers', () => {
    const { ResponseHeadersPolicyConfig } = only(template, 'AWS::CloudFront::ResponseHeadersPolicy');
    expect(ResponseHeadersPolicyConfig).toMatchObject({
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { ContentSecurityPolicy: contentSecurityPolicy(security), Override: true },
        FrameOptions: { FrameOption: 'DENY' },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true },
      },
      CustomHeadersConfig: {
        Items: [
          { Header: 'Permissions-Policy', Value: 'microphone=(self)', Override: true },
          { Header: 'Cross-Origin-Resource-Policy', Value: 'same-origin', Override: true },
          { Header: 'Cross-Origin-Opener-Policy', Value: 'same-origin-allow-popups', Override: true },
        ],
      },
    });
  });

  it('publishes hashed files for ever and before those that name them, which are kept five minutes', () => {
    const [assets, texts] = resourcesOf(template, 'Custom::CDKBucketDeployment');
    expect(assets!.Properties).toMatchObject({
      Exclude: ['*'],
      Include: ['assets/*'],
      Prune: false,
      SystemMetadata: { 'cache-control': 'public, max-age=31536000, immutable' },
    });
    expect(texts!.Properties).toMatchObject({
      Exclude: ['assets/*', 'demo.html'],
      Prune: true,
      SystemMetadata: { 'cache-control': 'public, max-age=300' },
      DistributionPaths: ['/*'],
    });
    const [assetsId] = Object.entries(template.Resources).find(([, one]) => one === assets)!;
    expect(texts!.DependsOn).toContain(assetsId);
    expect(assets!.DependsOn).toContainEqual(expect.stringMatching(/^SitePublishing/));
  });

  it('writes its configuration with values that only the deployment knows', () => {
    const [, texts] = resourcesOf(template, 'Custom::CDKBucketDeployment');
    expect(texts!.Properties['SourceMarkers']).toEqual([
      {},
      { '<<marker:0xbaba:0>>': '{{resolve:ssm:/pool}}', '<<marker:0xbaba:1>>': '{{resolve:ssm:/id}}' },
    ]);
  });

  it('gives what publishes it no wildcard in an action', () => {
    const [policy] = resourcesOf(template, 'AWS::IAM::Policy');
    const { Statement } = policy!.Properties['PolicyDocument'] as {
      Statement: { Action: string | string[] }[];
    };
    expect(Statement.flatMap(({ Action }) => Action).join(' ')).not.toContain('*');
    expect(resourcesOf(template, 'AWS::IAM::Policy')).toHaveLength(1);
  });

  it('keeps its origin in SSM, and tells of errors', () => {
    expect(only(template, 'AWS::SSM::Parameter')).toMatchObject({
      Name: '/atlas-engine/dev/site/console/origin',
    });
    expect(only(template, 'AWS::CloudWatch::Alarm')).toMatchObject({
      AlarmName: 'Console-SiteErrors-dev',
      MetricName: '5xxErrorRate',
      Dimensions: expect.arrayContaining([{ Name: 'Region', Value: 'Global' }]),
    });
  });
});

describe('a site of one’s own domain', () => {
  it('has it as alias, with its certificate, TLS 1.2 and its origin', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/one';
    const console = { ...dev.sites.console, domain: { name: 'desk.example.com', certificateArn } };
    const { template, origin } = build({ ...dev, sites: { ...dev.sites, console } });
    expect(origin).toBe('https://desk.example.com');
    expect(only(template, 'AWS::CloudFront::Distribution')['DistributionConfig']).toMatchObject({
      Aliases: ['desk.example.com'],
      ViewerCertificate: { AcmCertificateArn: certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
    });
    expect(only(template, 'AWS::SSM::Parameter')).toMatchObject({ Value: origin });
  });
});

describe('a site in another region', () => {
  const frankfurt = { ...dev, region: 'eu-central-1' as const };

  it('asks for a web ACL in us-east-1', () => {
    expect(() => build(frankfurt)).toThrow(
      'Console: a web ACL for CloudFront lives in us-east-1, and this stage in eu-central-1: make one there and name it in sites.webAclArn',
    );
  });

  it('uses the one that is named, and has no alarm, whose metric is elsewhere', () => {
    const webAclArn = 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/mine/1';
    const { template } = build({ ...frankfurt, sites: { ...dev.sites, webAclArn } });
    expect(resourcesOf(template, 'AWS::WAFv2::WebACL')).toEqual([]);
    expect(resourcesOf(template, 'AWS::CloudWatch::Alarm')).toEqual([]);
    expect(only(template, 'AWS::CloudFront::Distribution')['DistributionConfig']).toMatchObject({
      WebACLId: webAclArn,
    });
  });
});

it('a site without its build is refused, with what to do', () => {
  expect(() => build(dev, join(pages, 'assets'))).toThrow('has no index.html: build the pages first');
});

describe('a content security policy', () => {
  it('allows the site’s own files and what is named, nothing inline', () => {
    const policy = contentSecurityPolicy({ ...security, styleHashes: ['sha256-abc='] });
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'sha256-abc='",
        "connect-src 'self' https://participant.connect.us-east-1.amazonaws.com",
        'frame-src https://atlas.my.connect.aws',
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy).not.toContain('unsafe');
  });

  it('of a page that others embed says who may, and no header of old forbids it', () => {
    const { template } = build(dev, pages, { ancestors: ['https://www.example.com'], loadedByOthers: true });
    const text = JSON.stringify(only(template, 'AWS::CloudFront::ResponseHeadersPolicy'));
    expect(text).toContain('frame-ancestors https://www.example.com');
    expect(text).toContain('"cross-origin"');
    expect(text).not.toMatch(/FrameOption|Opener/);
  });

  it('takes origins from addresses, also those of any port', () => {
    expect(originOf('https://a.example.com/path?x')).toBe('https://a.example.com');
    expect(originOf('http://a.localhost:*/ccp-v2/')).toBe('http://a.localhost:*');
  });
});

it('a permissions policy gives what is named and takes what nobody needs', () => {
  expect(permissionsPolicy({ microphone: '(self)', camera: '()' })).toMatch(
    /^microphone=\(self\), camera=\(\), .*geolocation=\(\)/,
  );
});
