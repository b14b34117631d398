import type { AlarmName } from './alarm-names.ts';
import type {
  BotName,
  FunctionName,
  HttpApiName,
  PlatformStack,
  PolicyName,
  RuleName,
  SiteName,
} from './constants.ts';
import type { botParameterNames, connectNames, parameterNames } from './contact-centre-names.ts';
import type { identityNames } from './identity-names.ts';
import type { Stage } from './stage.ts';

/** A resource's name and the ARN that follows from it. */
export interface NamedResource {
  readonly name: string;
  readonly arn: string;
}

export interface RoleReference {
  readonly roleName: string;
  readonly roleArn: string;
}

export interface FunctionResource extends NamedResource, RoleReference {
  /** The `live` alias: what callers invoke. */
  readonly liveArn: string;
  readonly logGroup: string;
  /** What brings callers of `live` to a new version. */
  readonly deployment: DeploymentResource;
}

export interface DeploymentResource extends RoleReference {
  /** CodeDeploy's application and its one group, named for the alias. */
  readonly application: string;
}

export interface QueueResource extends NamedResource {
  readonly url: string;
}

export interface WorkflowResource extends NamedResource, RoleReference {
  /** The `live` alias: what executions are started through. */
  readonly liveArn: string;
  /** Matches every execution. */
  readonly executionsArn: string;
  readonly logGroup: string;
}

export interface SecretResource extends NamedResource {
  /** For policies: Secrets Manager adds six characters of its own to the ARN. */
  readonly arnPattern: string;
}

export interface BotResource extends RoleReference {
  readonly name: string;
  /** The alias that its users speak to. */
  readonly alias: string;
  /** SSM parameters with the ids that Lex gives. */
  readonly parameters: Readonly<ReturnType<typeof botParameterNames>>;
  /** Where conversations are logged. */
  readonly logGroup: string;
}

export interface HttpApiResource {
  readonly name: string;
  /** The log group of its requests. */
  readonly accessLogs: string;
  /** The SSM parameter with the id that API Gateway gives it. */
  readonly idParameter: string;
}

export interface SiteResource {
  /** Of the distribution's parts: access control, headers, web ACL. */
  readonly name: string;
  /** Where the pages lie. */
  readonly bucket: NamedResource;
  /** Where CloudFront writes who asked for what. */
  readonly accessLogs: NamedResource;
  /** What fills the bucket. */
  readonly publisher: RoleReference & { readonly logGroup: string };
  /** The SSM parameter with the site's origin, e.g. `https://d111111abcdef8.cloudfront.net`. */
  readonly originParameter: string;
}

/** Every name and ARN of one stage. */
export interface AtlasNames {
  readonly stage: Stage;
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly functions: Readonly<Record<FunctionName, FunctionResource>>;
  readonly policies: Readonly<Record<PolicyName, NamedResource>>;
  readonly rules: Readonly<Record<RuleName, NamedResource>>;
  readonly tables: { readonly interactions: NamedResource; readonly taskTokens: NamedResource };
  readonly workflow: WorkflowResource;
  readonly queues: {
    readonly dial: QueueResource;
    readonly dialDeadLetters: QueueResource;
    /** Requests that a person must look at. */
    readonly parkedRequests: QueueResource;
    /** Events that no function could take: failed deliveries of rules and failed asynchronous invocations. */
    readonly deadLetters: QueueResource;
    /** Texts of customers that are to be answered. */
    readonly sms: QueueResource;
    readonly smsDeadLetters: QueueResource;
    /** What agents said of contacts, on its way to the CRM. */
    readonly wrapUps: QueueResource;
    readonly wrapUpDeadLetters: QueueResource;
  };
  readonly topics: {
    readonly salesTeam: NamedResource;
    /** Where alarms go. */
    readonly operations: NamedResource;
    /** Where texts of customers come in. */
    readonly smsInbound: NamedResource;
  };
  /** What a workflow on GitHub deploys as. */
  readonly deployment: RoleReference;
  readonly dashboard: string;
  readonly budget: string;
  readonly alarms: Readonly<Record<AlarmName, NamedResource>>;
  readonly buckets: {
    readonly recordings: NamedResource;
    readonly transcripts: NamedResource;
    readonly accessLogs: NamedResource;
  };
  readonly secrets: { readonly salesforce: SecretResource };
  readonly connect: Readonly<ReturnType<typeof connectNames>>;
  readonly bots: Readonly<Record<BotName, BotResource>>;
  readonly httpApis: Readonly<Record<HttpApiName, HttpApiResource>>;
  readonly sites: Readonly<Record<SiteName, SiteResource>>;
  readonly identity: Readonly<ReturnType<typeof identityNames>> & {
    /** What a browser may do before anybody has signed in. */
    readonly guest: RoleReference;
  };
  readonly parameters: Readonly<ReturnType<typeof parameterNames>>;
  /** The CloudFormation stack of a function or of a part of the platform. */
  readonly stackOf: (part: FunctionName | PlatformStack | SiteName) => string;
}
