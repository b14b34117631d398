/** Every environment variable that a function may read, with what its value is. */
export const environmentVariables = {
  ATLAS_STAGE: 'local, dev, staging or prod',
  ATLAS_LOG_LEVEL: 'the least severe level that is written: debug, info, warn or error',
  ATLAS_CALLING_POLICY: 'the calling policy as JSON',
  INTERACTIONS_TABLE: 'name of AtlasEngineInteractions',
  TASK_TOKENS_TABLE: 'name of AtlasEngineTaskTokens',
  SALESFORCE_SECRET_ID: 'name of the secret with the Salesforce credentials',
  SALESFORCE_API_VERSION: 'version of the Salesforce REST API, e.g. v62.0',
  BEDROCK_MODEL_ID: 'Bedrock model or inference profile',
  DIAL_QUEUE_URL: 'URL of the dial queue',
  STATE_MACHINE_ARN: 'ARN of AtlasEngineWorkflow with its live alias',
  TRANSCRIPTS_BUCKET: 'bucket for transcripts',
  CONNECT_INSTANCE_ID: 'id of the Amazon Connect instance',
  CONNECT_FLOW_ID: 'id of the outbound contact flow',
  CONNECT_QUEUE_ID: 'id of the queue that calls are placed for',
  CONNECT_SOURCE_NUMBER: 'the number shown to the called person, E.164',
  CONNECT_TRAFFIC_TYPE: 'GENERAL or CAMPAIGN; answering-machine detection needs CAMPAIGN',
  PACING_CALLS_PER_SECOND: 'calls to Amazon Connect per second, on average',
  PACING_BURST: 'calls that may be placed at once',
  PACING_MAX_CONCURRENT_CALLS: 'calls that may be under way at once',
  PACING_EXPECTED_CALL_SECONDS: 'seconds that a call takes on average, ringing included',
} as const;
export type EnvironmentVariable = keyof typeof environmentVariables;
