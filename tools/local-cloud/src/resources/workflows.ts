import * as z from 'zod';
import type { ResolvedResource } from '../template/load-stack.ts';
import { TemplateError } from '../template/template-error.ts';
import { objectProperty, textProperty } from './properties.ts';
import type { ResourceTypes } from './resource-type.ts';

/** How an alias comes to a version. Here it is there at once. Source: CloudFormation's reference of the type. */
const deploymentPreferenceShape = z.strictObject({
  StateMachineVersionArn: z.string(),
  Type: z.enum(['LINEAR', 'CANARY', 'ALL_AT_ONCE']),
  Percentage: z.number().int().min(1).max(99).optional(),
  Interval: z.number().int().min(1).max(2100).optional(),
  Alarms: z.array(z.string()).min(1).max(100).optional(),
});

function versionOf({ logicalId, type, properties }: ResolvedResource): string {
  const parsed = deploymentPreferenceShape.safeParse(properties['DeploymentPreference']);
  if (parsed.success) return parsed.data.StateMachineVersionArn;
  const problem = z.prettifyError(parsed.error);
  throw new TemplateError(`${logicalId} (${type}): DeploymentPreference ${problem}`);
}

/** State machines, what is published of them, and the aliases that executions start through. */
export const workflowResources: ResourceTypes = {
  'AWS::StepFunctions::StateMachine': (resource, { services }) => {
    const name = textProperty(resource, 'StateMachineName');
    const roleArn = textProperty(resource, 'RoleArn');
    const { stateMachineArn } = services.states.registerStateMachine({
      name,
      definition: textProperty(resource, 'DefinitionString'),
      roleArn,
    });
    services.workflowHost.register({
      arn: stateMachineArn,
      roleArn,
      logged: (objectProperty(resource, 'LoggingConfiguration')['Level'] ?? 'OFF') !== 'OFF',
      traced: objectProperty(resource, 'TracingConfiguration')['Enabled'] === true,
    });
    return {
      ref: stateMachineArn,
      attributes: { Arn: stateMachineArn, Name: name, StateMachineRevisionId: '1' },
    };
  },
  'AWS::StepFunctions::StateMachineVersion': (resource, { services }) => {
    const { stateMachineVersionArn } = services.states.registerVersion(
      textProperty(resource, 'StateMachineArn'),
    );
    return { ref: stateMachineVersionArn, attributes: { Arn: stateMachineVersionArn } };
  },
  'AWS::StepFunctions::StateMachineAlias': (resource, { services }) => {
    const { stateMachineAliasArn } = services.states.registerAlias({
      name: textProperty(resource, 'Name'),
      routes: [{ stateMachineVersionArn: versionOf(resource), weight: 100 }],
    });
    return { ref: stateMachineAliasArn, attributes: { Arn: stateMachineAliasArn } };
  },
};
