import type { WorkflowResources } from '@atlas-engine/outreach-workflow';
import { type AtlasNames, interactionsKeys, requestItem } from '@atlas-engine/resource-names';

/** What the workflow calls, by the names of a stage. */
export const workflowResources = ({
  partition,
  functions,
  tables,
  topics,
  queues,
}: AtlasNames): WorkflowResources => ({
  partition,
  functions: {
    createLead: functions.CreateLeadHandler.liveArn,
    generateScenario: functions.GenerateDynamicScenarioHandler.liveArn,
    placeCall: functions.InvokeOutboundCallHandler.liveArn,
    updateLead: functions.UpdateLeadHandler.liveArn,
  },
  interactions: {
    table: tables.interactions.name,
    partitionKey: interactionsKeys.partitionKey,
    sortKey: interactionsKeys.sortKey,
    requestPartitionPrefix: requestItem.partitionKeyPrefix,
    requestSortKey: requestItem.sortKey,
  },
  salesTeamTopicArn: topics.salesTeam.arn,
  parkedRequestsQueueUrl: queues.parkedRequests.url,
});

/** The functions that the workflow invokes. */
export const invokedFunctions = (names: AtlasNames): string[] =>
  Object.values(workflowResources(names).functions);
