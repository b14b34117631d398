import { arnsIn } from './arn.ts';
import type { SiteName } from './constants.ts';
import { kebab } from './kebab.ts';
import type { NameScope } from './names.ts';
import type { SiteResource } from './resource.ts';
import type { StageConfiguration } from './stage-configuration-schema.ts';

/** Names of a site: what its stack makes, and where others find its address. */
export function siteNames(scope: NameScope, site: SiteName): SiteResource {
  const { stage, account, region } = scope;
  const arns = arnsIn(scope);
  const purpose = kebab(site);
  const bucket = (suffix: string) => {
    const name = `atlas-engine-${purpose}${suffix}-${stage}-${account}-${region}`;
    return { name, arn: arns.bucket(name) };
  };
  const roleName = `AtlasEngine${site}-publisher-${stage}`;
  return {
    name: `AtlasEngine${site}-${stage}`,
    bucket: bucket(''),
    accessLogs: bucket('-logs'),
    publisher: {
      roleName,
      roleArn: arns.global('iam', `role/${roleName}`),
      logGroup: `/aws/lambda/AtlasEngine${site}-publisher-${stage}`,
    },
    originParameter: `/atlas-engine/${stage}/site/${purpose}/origin`,
  };
}

/** The local cloud's address with the port that templates carry. */
const localPort = 4566;

/**
 * The origin of a site, where it is known before the site is deployed: the stage's own domain, or the local cloud's name.
 * Without either CloudFront chooses one, which the site's stack keeps in SSM (`names.sites[site].originParameter`).
 */
export function siteOrigin(
  { stage, sites }: Pick<StageConfiguration, 'stage' | 'sites'>,
  site: SiteName,
): string | undefined {
  const { domain } = sites[site === 'Console' ? 'console' : 'chat'];
  if (domain === undefined) return undefined;
  return stage === 'local' ? `http://${domain.name}:${localPort}` : `https://${domain.name}`;
}
