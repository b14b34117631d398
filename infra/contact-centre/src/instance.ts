import type { AtlasStack } from '@atlas-engine/constructs';
import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnInstance, CfnInstanceStorageConfig } from 'aws-cdk-lib/aws-connect';

/** What the instance stores, by logical id. */
const stored = {
  Recordings: 'CALL_RECORDINGS',
  ChatTranscripts: 'CHAT_TRANSCRIPTS',
  ChatAttachments: 'ATTACHMENTS',
} as const;

/** The Amazon Connect instance, which records into the stage's bucket. AWS rations how often one is made or deleted. */
export function addInstance(stack: AtlasStack): CfnInstance {
  const { connect, buckets } = stack.names;
  const instance = new CfnInstance(stack, 'Instance', {
    instanceAlias: connect.instanceAlias,
    identityManagementType: 'CONNECT_MANAGED',
    attributes: {
      inboundCalls: false,
      outboundCalls: true,
      // A flow's log would hold what is said to the person.
      contactflowLogs: false,
      autoResolveBestVoices: true,
    },
  });
  if (stack.configuration.stage === 'prod') instance.applyRemovalPolicy(RemovalPolicy.RETAIN);
  // One prefix for all: Amazon Connect keeps each kind in a folder of its own.
  for (const [id, resourceType] of Object.entries(stored)) {
    new CfnInstanceStorageConfig(stack, id, {
      instanceArn: instance.attrArn,
      resourceType,
      storageType: 'S3',
      s3Config: { bucketName: buckets.recordings.name, bucketPrefix: connect.recordingsPrefix },
    });
  }
  return instance;
}
