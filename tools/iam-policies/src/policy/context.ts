/** What is known of a call: condition keys in lower case with their values. */
export type Context = Readonly<Record<string, string | readonly string[]>>;

/** The value of a key, which policies may write in any case. */
export const contextValue = (context: Context, key: string): string | readonly string[] | undefined =>
  context[key.toLowerCase()];

/** The condition keys that calls are described by. A policy that uses another one is refused. */
const keys: ReadonlySet<string> = new Set([
  'aws:currenttime',
  'aws:epochtime',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalisawsservice',
  'aws:principalservicename',
  'aws:principaltype',
  'aws:requestedregion',
  'aws:resourceaccount',
  'aws:securetransport',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:userid',
  'aws:viaawsservice',
  'cloudwatch:namespace',
  'connect:instanceid',
  's3:delimiter',
  's3:max-keys',
  's3:prefix',
  'secretsmanager:secretid',
  'secretsmanager:versionid',
  'secretsmanager:versionstage',
  'sns:endpoint',
  'sns:protocol',
  'states:statemachinequalifier',
  'sts:externalid',
  'sts:rolesessionname',
  'transcribe:outputbucketname',
  'transcribe:outputkey',
]);

/** Keys of callers that have no call here: of the trust policies of OIDC roles. */
const federated = /^[\w.-]+(\/[\w.-]+)*:(aud|sub|amr)$/;

/** Whether calls are described by a condition key. */
export const isKnownKey = (key: string): boolean =>
  keys.has(key.toLowerCase()) || federated.test(key.toLowerCase());
