import type { ParameterValue } from '../template/parameters.ts';
import type {
  ChangeSetRecord,
  ResourceChange,
  ResourceRecord,
  StackEvent,
  StackRecord,
} from '../stacks/stack-record.ts';

type Parameters = Readonly<Record<string, ParameterValue>>;

const time = (at: number | undefined): Date | undefined => (at === undefined ? undefined : new Date(at));

const parameterViews = (parameters: Parameters) =>
  Object.entries(parameters).map(([ParameterKey, { given, resolved, hidden }]) => ({
    ParameterKey,
    ParameterValue: hidden ? '****' : given,
    ...(resolved === undefined ? {} : { ResolvedValue: resolved }),
  }));

const drift = { StackDriftStatus: 'NOT_CHECKED' };

/** A stack as DescribeStacks tells it. */
export const stackView = (stack: StackRecord, parameters: Parameters) => ({
  StackId: stack.id,
  StackName: stack.name,
  ChangeSetId: stack.changeSetId,
  Description: stack.description,
  Parameters: parameterViews(parameters),
  CreationTime: time(stack.createdAt),
  LastUpdatedTime: time(stack.updatedAt),
  DeletionTime: time(stack.deletedAt),
  RollbackConfiguration: {},
  StackStatus: stack.status,
  StackStatusReason: stack.statusReason,
  DisableRollback: stack.disableRollback,
  NotificationARNs: stack.content.notificationArns,
  Capabilities: stack.content.capabilities,
  Outputs: stack.outputs.map(({ key, value, description }) => ({
    OutputKey: key,
    OutputValue: value,
    Description: description,
  })),
  RoleARN: stack.content.roleArn,
  Tags: stack.content.tags,
  EnableTerminationProtection: stack.terminationProtection,
  DriftInformation: drift,
});

/** A stack as ListStacks tells it. */
export const stackSummary = (stack: StackRecord) => ({
  StackId: stack.id,
  StackName: stack.name,
  TemplateDescription: stack.description,
  CreationTime: time(stack.createdAt),
  LastUpdatedTime: time(stack.updatedAt),
  DeletionTime: time(stack.deletedAt),
  StackStatus: stack.status,
  StackStatusReason: stack.statusReason,
  DriftInformation: drift,
});

export const eventView = (event: StackEvent) => ({
  StackId: event.stackId,
  EventId: event.id,
  StackName: event.stackName,
  LogicalResourceId: event.logicalId,
  PhysicalResourceId: event.physicalId,
  ResourceType: event.type,
  Timestamp: time(event.at),
  ResourceStatus: event.status,
  ResourceStatusReason: event.reason,
  ResourceProperties: event.properties,
  ClientRequestToken: event.token,
});

/** A resource as DescribeStackResources tells it. */
export const resourceView = (record: ResourceRecord) => ({
  StackName: record.stackName,
  StackId: record.stackId,
  LogicalResourceId: record.logicalId,
  PhysicalResourceId: record.physicalId,
  ResourceType: record.type,
  Timestamp: time(record.changedAt),
  ResourceStatus: record.status,
  ResourceStatusReason: record.statusReason,
  DriftInformation: { StackResourceDriftStatus: 'NOT_CHECKED' },
});

/** A resource as ListStackResources and DescribeStackResource tell it. */
export const resourceSummary = (record: ResourceRecord) => ({
  LogicalResourceId: record.logicalId,
  PhysicalResourceId: record.physicalId,
  ResourceType: record.type,
  LastUpdatedTimestamp: time(record.changedAt),
  ResourceStatus: record.status,
  ResourceStatusReason: record.statusReason,
  DriftInformation: { StackResourceDriftStatus: 'NOT_CHECKED' },
});

const text = (value: unknown): string | undefined =>
  value === undefined || typeof value === 'string' ? value : JSON.stringify(value);

function changeView(change: ResourceChange, withValues: boolean) {
  const details = change.properties.map(({ name, recreation, dynamic, before, after }) => ({
    Target: {
      Attribute: 'Properties',
      Name: name,
      RequiresRecreation: recreation,
      Path: `/Properties/${name}`,
      ...(withValues ? { BeforeValue: text(before), AfterValue: text(after) } : {}),
    },
    Evaluation: dynamic ? 'Dynamic' : 'Static',
    ChangeSource: dynamic ? 'ResourceReference' : 'DirectModification',
  }));
  return {
    Type: 'Resource',
    ResourceChange: {
      PolicyAction: change.policyAction,
      Action: change.action,
      LogicalResourceId: change.logicalId,
      PhysicalResourceId: change.physicalId,
      ResourceType: change.type,
      Replacement: change.replacement,
      Scope: change.action === 'Modify' ? ['Properties'] : [],
      Details: details,
      ...(withValues ? { BeforeContext: context(change.before), AfterContext: context(change.after) } : {}),
    },
  };
}

const context = (properties: Readonly<Record<string, unknown>> | undefined): string | undefined =>
  properties === undefined ? undefined : JSON.stringify({ Properties: properties });

/** A change set as ListChangeSets tells it. */
export const changeSetSummary = (changeSet: ChangeSetRecord) => ({
  ChangeSetId: changeSet.id,
  ChangeSetName: changeSet.name,
  StackId: changeSet.stackId,
  StackName: changeSet.stackName,
  Description: changeSet.description,
  CreationTime: time(changeSet.createdAt),
  Status: changeSet.status,
  StatusReason: changeSet.statusReason,
  ExecutionStatus: changeSet.executionStatus,
});

/** A change set as DescribeChangeSet tells it. */
export const changeSetView = (changeSet: ChangeSetRecord, parameters: Parameters, withValues: boolean) => ({
  ...changeSetSummary(changeSet),
  Parameters: parameterViews(parameters),
  NotificationARNs: changeSet.content.notificationArns,
  RollbackConfiguration: {},
  Capabilities: changeSet.content.capabilities,
  Tags: changeSet.content.tags,
  Changes: changeSet.changes.map((change) => changeView(change, withValues)),
});
