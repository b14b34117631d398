import { AwsError } from '@atlas-engine/aws-wire';
import type { Cloud } from './resources/resource-type.ts';

/** The CDK's default qualifier, which all names of its bootstrap resources have. */
const qualifier = 'hnb659fds';
/** The version of the bootstrap stack that this one stands for. */
const version = '30';
const toolkitStack = 'CDKToolkit';

/** Whether a role is one of those with which the CDK deploys. */
export const isCdkRole = (roleArn: string): boolean => roleArn.includes(`:role/cdk-${qualifier}-`);

/** What `cdk bootstrap` makes in an account: the bucket of the assets, the version. */
export function bootstrap({ services, region, accountId }: Cloud): void {
  const bucket = `cdk-${qualifier}-assets-${accountId}-${region}`;
  services.s3.createBucket({ BucketName: bucket });
  services.ssm.putParameter({
    Name: `/cdk-bootstrap/${qualifier}/version`,
    Type: 'String',
    Value: version,
  });
}

/** Refuses the deployment of the bootstrap stack. @throws AwsError */
export function refuseToolkit(stackName: string): void {
  if (stackName === toolkitStack)
    throw new AwsError(
      'ValidationError',
      `${toolkitStack}: the local cloud is bootstrapped by itself; deploy without \`cdk bootstrap\``,
    );
}
