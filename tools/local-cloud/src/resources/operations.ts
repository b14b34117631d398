import * as z from 'zod';
import type { ResolvedResource } from '../template/load-stack.ts';
import { TemplateError } from '../template/template-error.ts';
import { alarmShape, deploymentGroupShape } from './operation-shapes.ts';
import { optionalText, textProperty } from './properties.ts';
import type { Cloud, ResourceTypes } from './resource-type.ts';

/** Keeps the properties of a resource that changes nothing here, once they have the form that AWS asks for. */
function declare(resource: ResolvedResource, cloud: Cloud, form: z.ZodType): void {
  const { type, logicalId, stack, properties } = resource;
  const parsed = form.safeParse(properties);
  if (!parsed.success) throw new TemplateError(`${logicalId} (${type}): ${z.prettifyError(parsed.error)}`);
  cloud.declared.set(`${type}/${stack.name}/${logicalId}`, properties);
}

/** How functions go live, and what is watched. */
export const operationResources: ResourceTypes = {
  'AWS::CodeDeploy::Application': (resource, cloud) => {
    declare(
      resource,
      cloud,
      z.strictObject({ ApplicationName: z.string(), ComputePlatform: z.literal('Lambda') }),
    );
    return { ref: textProperty(resource, 'ApplicationName') };
  },
  'AWS::CodeDeploy::DeploymentGroup': (resource, cloud) => {
    declare(resource, cloud, deploymentGroupShape);
    return { ref: optionalText(resource, 'DeploymentGroupName') ?? resource.logicalId };
  },
  'AWS::CloudWatch::Alarm': (resource, cloud) => {
    declare(resource, cloud, alarmShape);
    const name = textProperty(resource, 'AlarmName');
    const arn = `arn:aws:cloudwatch:${cloud.region}:${cloud.accountId}:alarm:${name}`;
    return { ref: name, attributes: { Arn: arn } };
  },
};
