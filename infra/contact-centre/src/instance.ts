import type { AtlasStack } from '@atlas-engine/constructs';
import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnInstance, CfnInstanceStorageConfig } from 'aws-cdk-lib/aws-connect';

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
  new CfnInstanceStorageConfig(stack, 'Recordings', {
    instanceArn: instance.attrArn,
    resourceType: 'CALL_RECORDINGS',
    storageType: 'S3',
    s3Config: { bucketName: buckets.recordings.name, bucketPrefix: connect.recordingsPrefix },
  });
  return instance;
}
