import { callJson } from '../call-json.ts';
import { objectProperty, textProperty } from './properties.ts';
import type { ResourceTypes } from './resource-type.ts';
import { allTo, leadTo, targetOf, workflowShift } from './workflow-shift.ts';

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
    put: (resource, cloud, putting) =>
      workflowShift(resource, cloud, putting) ?? leadTo(resource, cloud, allTo(targetOf(resource))),
    remove: async ({ physicalId }, { services }) => {
      await callJson(services.states, 'AWSStepFunctions.DeleteStateMachineAlias', {
        stateMachineAliasArn: physicalId,
      });
    },
  },
};
