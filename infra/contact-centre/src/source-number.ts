import type { AtlasStack } from '@atlas-engine/constructs';
import { RemovalPolicy } from 'aws-cdk-lib';
import { type CfnInstance, CfnPhoneNumber } from 'aws-cdk-lib/aws-connect';

/** The number that called people see. One that is released is not given back. */
export function claimSourceNumber(stack: AtlasStack, instance: CfnInstance): CfnPhoneNumber {
  const phoneNumber = new CfnPhoneNumber(stack, 'PhoneNumber', {
    targetArn: instance.attrArn,
    type: 'DID',
    countryCode: stack.configuration.connect.phoneCountry,
    description: 'Shown to the people whom Atlas Engine calls.',
  });
  if (stack.configuration.stage === 'prod') phoneNumber.applyRemovalPolicy(RemovalPolicy.RETAIN);
  return phoneNumber;
}
