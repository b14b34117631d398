/** A query of CloudWatch Logs Insights over the logs of all functions. */
export interface SavedQuery {
  readonly id: string;
  readonly title: string;
  /** Commands; joined by a pipe. */
  readonly lines: readonly string[];
}

export const savedQueries: readonly SavedQuery[] = [
  {
    id: 'RequestStory',
    title: 'a request from lead to CRM',
    lines: [
      'fields @timestamp, function, level, message, sequence, durationMs, error.code',
      "filter requestId = 'the-request-id'",
      'sort @timestamp asc',
      'limit 1000',
    ],
  },
  {
    id: 'Errors',
    title: 'errors by function and code',
    lines: [
      "filter level = 'error'",
      'stats count(*) as errors, latest(@timestamp) as last by function, error.name, error.code',
      'sort errors desc',
    ],
  },
  {
    id: 'Warnings',
    title: 'warnings by function and message',
    lines: [
      "filter level = 'warn'",
      'stats count(*) as warnings, latest(@timestamp) as last by function, message',
      'sort warnings desc',
    ],
  },
  {
    id: 'Slow',
    title: 'slowest invocations',
    lines: [
      'filter ispresent(durationMs)',
      'fields @timestamp, function, requestId, correlationId, durationMs',
      'sort durationMs desc',
      'limit 100',
    ],
  },
  {
    id: 'Starts',
    title: 'cold starts',
    lines: [
      "filter @type = 'REPORT' and ispresent(@initDuration)",
      'stats count(*) as starts, pct(@initDuration, 50) as p50, max(@initDuration) as worst by @log',
      'sort starts desc',
    ],
  },
];
