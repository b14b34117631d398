/** The eight functions of the outreach. */
export const outreachFunctionNames = [
  'CreateLeadHandler',
  'GenerateDynamicScenarioHandler',
  'InitiateCallHandler',
  'InvokeOutboundCallHandler',
  'LexFulfillmentHandler',
  'StartTranscriptionHandler',
  'SummarizeAndResumeHandler',
  'UpdateLeadHandler',
] as const;
export type OutreachFunctionName = (typeof outreachFunctionNames)[number];

/** The functions that answer the bots of the contact centre. */
export const contactCentreFunctionNames = [
  'AgentWorkspaceHandler',
  'BankingFulfillmentHandler',
  'GatewayFulfillmentHandler',
  'SalesFulfillmentHandler',
  'StartChatHandler',
] as const;

/** Every function. */
export const functionNames = [...outreachFunctionNames, ...contactCentreFunctionNames] as const;
export type FunctionName = (typeof functionNames)[number];

/** The Lex bots, as `libs/lex-contracts` defines them, each with the alias that its users speak to. */
export const botAliases = {
  AtlasEngineBot: 'live',
  GatewayBot: 'prod',
  BankingBot: 'prod',
  SalesBot: 'prod',
} as const;
export type BotName = keyof typeof botAliases;
export const botNames = Object.keys(botAliases) as readonly BotName[];

/** The four managed policies; a role carries those that its function needs. */
export const policyNames = [
  'AtlasEngineCorePolicy',
  'AtlasEngineLoggingPolicy',
  'AtlasEngineSecretsPolicy',
  'ScopedBedrockInvokePolicy',
] as const;
export type PolicyName = (typeof policyNames)[number];

/** The EventBridge rules, each in the stack of the function that it calls. */
export const ruleNames = [
  'RecordingCreatedRule',
  'TranscribeJobStatusRule',
  'TranscriptCreatedRule',
  'ContactEventsRule',
  'ReconcileCallsRule',
] as const;
export type RuleName = (typeof ruleNames)[number];

/** The HTTP APIs that pages call, each in the stack of the function that answers it. */
export const httpApiNames = ['AgentWorkspaceApi', 'StartChatApi'] as const;
export type HttpApiName = (typeof httpApiNames)[number];

/** The sites that people open, each with its stack: pages, and what answers them at the edge. */
export const siteNames = ['Console', 'Chat'] as const;
export type SiteName = (typeof siteNames)[number];

/** The stacks of the platform. A function's stack is named for the function. */
export const platformStacks = [
  'foundation',
  'data',
  'policies',
  'deployment-access',
  'orchestration',
  'contact-centre-instance',
  'contact-centre',
  'identity',
  'observability',
] as const;
export type PlatformStack = (typeof platformStacks)[number];

/** The people of stage `local`, by the user name that they have in the user pool and in Amazon Connect. */
export const demoAgents = [
  { userName: 'avery.agent', firstName: 'Avery', lastName: 'Agent' },
  { userName: 'blake.agent', firstName: 'Blake', lastName: 'Agent' },
] as const;

/** The alias of AtlasEngineBot that texts go through: only LexFulfillmentHandler may speak to it. */
export const textAlias = 'sms';

/** The alias through which every function is called. */
export const liveAlias = 'live';
