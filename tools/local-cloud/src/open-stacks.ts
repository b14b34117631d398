import { createCloudFormation, type CloudFormation } from '@atlas-engine/cloudformation-double';
import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import { bootstrap, refuseToolkit } from './bootstrap.ts';
import { resolveReference } from './dynamic-references.ts';
import { fillInSecret } from './fill-in-secret.ts';
import { loadStacks } from './load-stacks.ts';
import { groundFirst } from './template/ground-first.ts';
import { resourceProvider } from './resources/index.ts';
import type { Cloud } from './resources/resource-type.ts';
import { templateFromS3 } from './template-from-s3.ts';
import type { SynthesizedStack } from './template/find-stacks.ts';

/** CloudFormation on the resources of the local cloud. */
export function createStacks(
  cloud: Cloud,
  place: { readonly clock: SimulationClock; readonly store: StateStore },
): CloudFormation {
  const { services, region, accountId } = cloud;
  return createCloudFormation({
    ...place,
    region,
    accountId,
    provider: resourceProvider(cloud),
    ssm: (name) => services.ssm.value(name),
    dynamicReference: (service, reference) => resolveReference(services, service, reference),
    templateFrom: templateFromS3(services.s3),
    checkName: refuseToolkit,
  });
}

/**
 * Brings the stacks of an earlier run back, goes on with what was under way, and loads the synthesized ones.
 *
 * @throws TemplateError when a stack cannot be loaded
 */
export async function openStacks(
  cloudFormation: CloudFormation,
  cloud: Cloud,
  synthesized: readonly SynthesizedStack[] | undefined,
): Promise<void> {
  const { services } = cloud;
  bootstrap(cloud);
  await cloudFormation.engine.restore();
  await Promise.all(cloudFormation.engine.resume().map(({ answered }) => answered));
  if (synthesized !== undefined) {
    const ssm = (name: string) => services.ssm.value(name);
    await loadStacks(groundFirst(synthesized), { cloudFormation, code: services.code, ssm });
  }
  for (const name of cloud.secrets) fillInSecret(cloud, name);
}
