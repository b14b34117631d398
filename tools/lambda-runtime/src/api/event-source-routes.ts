import type { RestRoute } from '@atlas-engine/aws-wire';
import type { EventSourceMapping, EventSources } from '../event-sources.ts';
import type { Functions } from '../functions.ts';
import { pageOf } from './paging.ts';

const structureOf = ({
  uuid,
  functionArn,
  source,
  addedAt,
}: EventSourceMapping): Record<string, unknown> => ({
  UUID: uuid,
  BatchSize: source.batchSize,
  MaximumBatchingWindowInSeconds: source.maximumBatchingWindowSeconds,
  EventSourceArn: source.queueArn,
  FunctionArn: functionArn,
  LastModified: addedAt / 1000,
  State: source.enabled ? 'Enabled' : 'Disabled',
  StateTransitionReason: 'USER_INITIATED',
  FunctionResponseTypes: source.reportBatchItemFailures ? ['ReportBatchItemFailures'] : [],
  ...(source.maximumConcurrency !== undefined && {
    ScalingConfig: { MaximumConcurrency: source.maximumConcurrency },
  }),
});

/** ListEventSourceMappings. */
export const eventSourceRoutes = (functions: Functions, eventSources: EventSources): readonly RestRoute[] => [
  {
    method: 'GET',
    path: '/2015-03-31/event-source-mappings',
    operation: 'ListEventSourceMappings',
    handle: ({ request: { query } }) => {
      const queueArn = query.get('EventSourceArn');
      const name = query.get('FunctionName');
      const functionArn = name === null ? undefined : functions.find(name).arn;
      const found = eventSources
        .all()
        .filter(
          (mapping) =>
            (queueArn === null || mapping.source.queueArn === queueArn) &&
            (functionArn === undefined || mapping.functionArn === functionArn),
        );
      const { page, NextMarker } = pageOf(found, query);
      return { EventSourceMappings: page.map(structureOf), NextMarker };
    },
  },
];
