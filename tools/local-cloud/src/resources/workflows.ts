import { TemplateError, type ResourceRequest } from '@atlas-engine/cloudformation-double';
import * as z from 'zod';
import { callJson } from '../call-json.ts';
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

function versionOf({ logicalId, type, properties }: ResourceRequest): string {
  const parsed = deploymentPreferenceShape.safeParse(properties['DeploymentPreference']);
  if (parsed.success) return parsed.data.StateMachineVersionArn;
  const problem = z.prettifyError(parsed.error);
  throw new TemplateError(`${logicalId} (${type}): DeploymentPreference ${problem}`);
}

/** What Step Functions does in the name of a state machine's role is in memory, so it is registered again after a restart. */
export const workflowResources: ResourceTypes = {
  'AWS::StepFunctions::StateMachine': {
    volatile: true,
    put: (resource, { services }) => {
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
        physicalId: stateMachineArn,
        attributes: { Arn: stateMachineArn, Name: name, StateMachineRevisionId: '1' },
      };
    },
    remove: async ({ physicalId }, { services }) => {
      await callJson(services.states, 'AWSStepFunctions.DeleteStateMachine', { stateMachineArn: physicalId });
    },
  },
  'AWS::StepFunctions::StateMachineVersion': {
    put: (resource, { services }) => {
      const { stateMachineVersionArn } = services.states.registerVersion(
        textProperty(resource, 'StateMachineArn'),
      );
      return { physicalId: stateMachineVersionArn, attributes: { Arn: stateMachineVersionArn } };
    },
    remove: async ({ physicalId }, { services }) => {
      await callJson(services.states, 'AWSStepFunctions.DeleteStateMachineVersion', {
        stateMachineVersionArn: physicalId,
      });
    },
  },
  'AWS::StepFunctions::StateMachineAlias': {
    put: (resource, { services }) => {
      const { stateMachineAliasArn } = services.states.registerAlias({
        name: textProperty(resource, 'Name'),
        routes: [{ stateMachineVersionArn: versionOf(resource), weight: 100 }],
      });
      return { physicalId: stateMachineAliasArn, attributes: { Arn: stateMachineAliasArn } };
    },
    remove: async ({ physicalId }, { services }) => {
      await callJson(services.states, 'AWSStepFunctions.DeleteStateMachineAlias', {
        stateMachineAliasArn: physicalId,
      });
    },
  },
};
