import { TemplateError, type MadeResource, type ResourceRequest } from '@atlas-engine/cloudformation-double';
import { deterministicUuid } from '@atlas-engine/simulation';
import * as z from 'zod';
import {
  alarmShape,
  budgetShape,
  dashboardShape,
  deploymentGroupShape,
  queryDefinitionShape,
} from './operation-shapes.ts';
import { identityOf } from './ids.ts';
import { optionalText, textProperty } from './properties.ts';
import type { Cloud, ResourceType, ResourceTypes } from './resource-type.ts';

const keptAs = ({ type, stackName, logicalId }: ResourceRequest): string =>
  `${type}/${stackName}/${logicalId}`;

/** @throws TemplateError naming what has another form than AWS asks for */
function check({ type, logicalId, properties }: ResourceRequest, form: z.ZodType): void {
  const parsed = form.safeParse(properties);
  if (!parsed.success) throw new TemplateError(`${logicalId} (${type}): ${z.prettifyError(parsed.error)}`);
}

const groupName = (resource: ResourceRequest): string =>
  optionalText(resource, 'DeploymentGroupName') ?? resource.logicalId;

/** A resource that changes nothing here; its properties are kept once they have the form that AWS asks for. */
const declared = (
  form: z.ZodType,
  made: (resource: ResourceRequest, cloud: Cloud) => MadeResource,
): ResourceType => ({
  volatile: true,
  put: (resource, cloud) => {
    check(resource, form);
    cloud.declared.set(keptAs(resource), resource.properties);
    return made(resource, cloud);
  },
  remove: (resource, cloud) => void cloud.declared.delete(keptAs(resource)),
});

const applicationShape = z.strictObject({
  ApplicationName: z.string(),
  ComputePlatform: z.literal('Lambda'),
});

/** How functions go live, and what is watched. */
export const operationResources: ResourceTypes = {
  'AWS::CodeDeploy::Application': declared(applicationShape, (resource) => ({
    physicalId: textProperty(resource, 'ApplicationName'),
  })),
  'AWS::CodeDeploy::DeploymentGroup': {
    put: (resource, { services }) => {
      check(resource, deploymentGroupShape);
      services.codeDeploy.putGroup({ ...resource.properties, DeploymentGroupName: groupName(resource) });
      return { physicalId: groupName(resource) };
    },
    remove: (resource, { services }) =>
      services.codeDeploy.removeGroup(textProperty(resource, 'ApplicationName'), groupName(resource)),
  },
  'AWS::CloudWatch::Alarm': {
    put: (resource, { services }) => {
      check(resource, alarmShape);
      const name = textProperty(resource, 'AlarmName');
      services.metrics.alarms.put(resource.properties);
      return { physicalId: name, attributes: { Arn: services.metrics.alarms.arnOf(name) } };
    },
    taken: (resource, { services }) =>
      services.metrics.alarms.find(textProperty(resource, 'AlarmName')) !== undefined,
    remove: ({ physicalId }, { services }) => services.metrics.alarms.remove(physicalId),
  },
  'AWS::CloudWatch::Dashboard': declared(dashboardShape, (resource) => ({
    physicalId: textProperty(resource, 'DashboardName'),
  })),
  'AWS::Logs::QueryDefinition': declared(queryDefinitionShape, (resource) => {
    const id = deterministicUuid(...identityOf(resource));
    return { physicalId: id, attributes: { QueryDefinitionId: id } };
  }),
  'AWS::Budgets::Budget': declared(budgetShape, ({ properties }) => ({
    physicalId: budgetShape.parse(properties).Budget.BudgetName,
  })),
};
