import { AwsError } from '@atlas-engine/aws-wire';
import type { ExistingResource, MadeResource, ResourceProvider, ResourceRequest } from '../index.ts';

const types = [
  'AWS::SQS::Queue',
  'AWS::SNS::Topic',
  'AWS::SSM::Parameter',
  'AWS::IAM::Role',
  'AWS::S3::Bucket',
];
const names = ['QueueName', 'TopicName', 'Name', 'RoleName', 'BucketName'];

/** Services in memory, whose making of single resources can be made to fail or to wait. */
export function fakeProvider() {
  const existing = new Map<string, ResourceRequest>();
  const log: string[] = [];
  const failing = new Set<string>();
  const restored: string[] = [];
  let gate: Promise<unknown> | undefined;

  const idOf = ({ properties, logicalId, stackName, generation }: ResourceRequest): string => {
    const given = names.map((name) => properties[name]).find((name) => typeof name === 'string');
    return typeof given === 'string' ? given : `${stackName}-${logicalId}-${generation}`;
  };
  const put = (resource: ResourceRequest): MadeResource => {
    if (failing.has(resource.logicalId))
      throw new AwsError('InvalidParameterValueException', 'planted failure');
    const physicalId = idOf(resource);
    existing.set(physicalId, resource);
    return { physicalId, attributes: { Arn: `arn:${physicalId}` } };
  };
  const provider: ResourceProvider = {
    supports: (type) => types.includes(type),
    create: (resource, { adopt, ...context }) => {
      log.push(`create ${resource.logicalId}`);
      if (!adopt && existing.has(idOf(resource)))
        throw new AwsError('AlreadyExists', `${idOf(resource)} already exists`);
      const waitsFor = gate;
      return waitsFor === undefined
        ? put(resource)
        : context.waiting(() => waitsFor.then(() => put(resource)));
    },
    update: (resource, _before, context) => {
      log.push(`update ${resource.logicalId}`);
      const waitsFor = gate;
      return waitsFor === undefined
        ? put(resource)
        : context.waiting(() => waitsFor.then(() => put(resource)));
    },
    remove: (resource: ExistingResource) => {
      log.push(`remove ${resource.logicalId}`);
      if (failing.has(`remove ${resource.logicalId}`))
        throw new AwsError('BucketNotEmpty', 'it is not empty');
      existing.delete(resource.physicalId);
    },
    restore: ({ logicalId }) => void restored.push(logicalId),
  };
  return {
    provider,
    existing,
    restored,
    failing,
    /** What was done since the last look. */
    done: () => log.splice(0),
    /** What is made from now on waits until the returned function is called. */
    holdUp: (): (() => void) => {
      const { promise, resolve } = Promise.withResolvers<unknown>();
      gate = promise;
      return () => {
        gate = undefined;
        resolve(undefined);
      };
    },
  };
}
