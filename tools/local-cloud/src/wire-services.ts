import type { ServiceDouble } from '@atlas-engine/aws-wire';
import type { Services } from './services.ts';

/** What the services show on the wire. Those that claim unsigned requests come last. */
export function wireServices(services: Services): readonly ServiceDouble[] {
  const { codeDeploy, sts, metrics, logs, sqs, dynamodb, sns, events, lambda, states } = services;
  const { s3, connect, transcribe, lex, secrets, ssm, bedrock, quotas, salesforce, cloudFront } = services;
  const compute = [codeDeploy, sts, metrics, logs, sqs, dynamodb, sns, events, lambda, states];
  const others = [s3, connect, transcribe, lex, secrets, ssm, bedrock, quotas, salesforce, cloudFront];
  const { chats } = connect;
  const { ccp, userPools, identityPools, httpApis } = services;
  const pages = [chats, ccp, userPools, identityPools, httpApis];
  return [...compute, ...others, ...pages].map(({ service }) => service);
}
