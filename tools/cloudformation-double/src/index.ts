export { createCloudFormation } from './cloudformation.ts';
export type { CloudFormation, CloudFormationOptions } from './cloudformation.ts';
export type {
  DeploymentContext,
  ExistingResource,
  MadeResource,
  ResourceProvider,
  ResourceRequest,
} from './resource-provider.ts';
export type { Begun, DeployOptions, Engine } from './stacks/engine.ts';
export type { RunningOperation } from './stacks/operation-run.ts';
export type { StackDirectory } from './stacks/stack-directory.ts';
export type {
  ResourceRecord,
  StackContent,
  StackEvent,
  StackRecord,
  StackStatus,
} from './stacks/stack-record.ts';
export { ParameterMissingError, TemplateError } from './template/template-error.ts';
export { createCodeDeploy } from './codedeploy/codedeploy.ts';
export type { CodeDeploy, CodeDeployOptions, DeploymentRequest } from './codedeploy/codedeploy.ts';
export { shiftTraffic } from './codedeploy/traffic-shift.ts';
export type { ShiftFailure, Shifting, ShiftPlan } from './codedeploy/traffic-shift.ts';
