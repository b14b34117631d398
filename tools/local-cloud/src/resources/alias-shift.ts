import { TemplateError, type ResourceRequest } from '@atlas-engine/cloudformation-double';
import * as z from 'zod';
import { functionName } from './function-name.ts';
import { textProperty } from './properties.ts';
import type { Cloud, Putting } from './resource-type.ts';

const policySchema = z.strictObject({
  CodeDeployLambdaAliasUpdate: z.strictObject({
    ApplicationName: z.string(),
    DeploymentGroupName: z.string(),
  }),
});

/** The group that deploys an alias, if its update policy names one. @throws TemplateError for any other policy, and for hooks */
function groupOf({ logicalId, updatePolicy, properties }: ResourceRequest) {
  const unknown = ['RoutingConfig', 'ProvisionedConcurrencyConfig'].find((name) => name in properties);
  if (unknown !== undefined)
    throw new TemplateError(`${logicalId}: ${unknown} is not supported by the local cloud`);
  if (updatePolicy === undefined) return undefined;
  const parsed = policySchema.safeParse(updatePolicy);
  if (parsed.success) return parsed.data.CodeDeployLambdaAliasUpdate;
  throw new TemplateError(`${logicalId}: UpdatePolicy ${z.prettifyError(parsed.error)}`);
}

/** The deployment that leads an alias to its new version, when it is one that CodeDeploy makes. */
export function aliasShift(
  resource: ResourceRequest,
  { services: { codeDeploy } }: Cloud,
  { before, deployment }: Putting,
): Promise<void> | undefined {
  const group = groupOf(resource);
  if (group === undefined || before === undefined || deployment === undefined) return undefined;
  const from = textProperty(before, 'FunctionVersion');
  const to = textProperty(resource, 'FunctionVersion');
  if (deployment.immediate || from === to) return undefined;
  const request = {
    applicationName: group.ApplicationName,
    groupName: group.DeploymentGroupName,
    functionName: functionName(resource),
    alias: textProperty(resource, 'Name'),
    ...{ from, to },
  };
  const deploy = () => codeDeploy.deploy(request, deployment.signal);
  return codeDeploy.isImmediate(request.applicationName, request.groupName)
    ? deploy()
    : deployment.waiting(deploy);
}
