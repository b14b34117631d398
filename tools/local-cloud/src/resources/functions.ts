import * as z from 'zod';
import { TemplateError, type ResourceRequest } from '@atlas-engine/cloudformation-double';
import { declareHandler, isDeploymentHandler } from '../sites/bucket-deployment.ts';
import { aliasShift } from './alias-shift.ts';
import { alreadyExists } from './already-exists.ts';
import { functionName } from './function-name.ts';
import { listProperty, numberProperty, objectProperty, optionalText, textProperty } from './properties.ts';
import type { Cloud, ResourceTypes } from './resource-type.ts';

/** Functions with what feeds them. */
export const functionResources: ResourceTypes = {
  'AWS::Lambda::Function': {
    volatile: true,
    put: (resource, cloud) => {
      if (isDeploymentHandler(resource)) return declareHandler(resource, cloud);
      const name = textProperty(resource, 'FunctionName');
      cloud.services.lambda.registerFunction({
        name,
        codeDirectory: codeOf(resource, cloud),
        handler: textProperty(resource, 'Handler'),
        runtime: textProperty(resource, 'Runtime'),
        environment: environmentOf(resource),
        timeoutSeconds: numberProperty(resource, 'Timeout', 3),
        memoryMb: numberProperty(resource, 'MemorySize', 128),
        roleArn: textProperty(resource, 'Role'),
        ...concurrencyOf(resource),
        ...deadLetterOf(resource),
      });
      cloud.services.functionHost.trace(name, objectProperty(resource, 'TracingConfig')['Mode'] === 'Active');
      cloud.functions.add(name);
      return { physicalId: name, attributes: { Arn: functionArn(name, cloud) } };
    },
    taken: (resource, { functions }) =>
      !isDeploymentHandler(resource) && functions.has(textProperty(resource, 'FunctionName')),
    remove: async (resource, cloud) => {
      if (isDeploymentHandler(resource)) return;
      const { physicalId } = resource;
      cloud.functions.delete(physicalId);
      await cloud.services.lambda.removeFunction(physicalId);
    },
  },
  'AWS::Lambda::Version': {
    put: (resource, cloud, { deployment }) => {
      const name = functionName(resource);
      const { version, isNew } = cloud.services.lambda.publishVersion(name);
      if (!isNew && deployment?.adopt === false)
        throw alreadyExists(
          `A version for this Lambda function exists ( ${version} ). Modify the function to create a new version.`,
        );
      const arn = `${functionArn(name, cloud)}:${version}`;
      return { physicalId: arn, attributes: { Version: version, FunctionArn: functionArn(name, cloud) } };
    },
    remove: (resource, { services }) =>
      services.lambda.removeVersion(functionName(resource), String(resource.attributes['Version'])),
  },
  'AWS::Lambda::Alias': {
    put: (resource, cloud, putting) => {
      const name = functionName(resource);
      const alias = textProperty(resource, 'Name');
      const description = optionalText(resource, 'Description');
      const arn = `${functionArn(name, cloud)}:${alias}`;
      const made = { physicalId: arn, attributes: { AliasArn: arn } };
      const shift = aliasShift(resource, cloud, putting);
      if (shift !== undefined) return shift.then(() => made);
      cloud.services.lambda.putAlias(name, {
        name: alias,
        version: textProperty(resource, 'FunctionVersion'),
        ...(description === undefined ? {} : { description }),
      });
      return made;
    },
    taken: (resource, { services }) =>
      services.lambda.alias(functionName(resource), textProperty(resource, 'Name')) !== undefined,
    remove: (resource, { services }) =>
      services.lambda.removeAlias(functionName(resource), textProperty(resource, 'Name')),
  },
  'AWS::Lambda::EventInvokeConfig': {
    put: (resource, { services }) => {
      const name = functionName(resource);
      const qualifier = textProperty(resource, 'Qualifier');
      services.lambda.putAsyncConfig(name, qualifier, asyncConfigOf(resource));
      return { physicalId: `${name}:${qualifier}` };
    },
    remove: (resource, { services }) =>
      services.lambda.putAsyncConfig(functionName(resource), textProperty(resource, 'Qualifier'), undefined),
  },
  'AWS::Lambda::EventSourceMapping': {
    volatile: true,
    put: (resource, { services }) => {
      const { uuid } = services.lambda.addEventSource(eventSourceOf(resource));
      return { physicalId: uuid, attributes: { Id: uuid } };
    },
    remove: ({ physicalId }, { services }) => services.lambda.removeEventSource(physicalId),
  },
  'AWS::Events::Rule': {
    put: ({ properties }, { services }) => {
      const { name, arn } = services.events.putRuleFromTemplate(properties);
      return { physicalId: name, attributes: { Arn: arn } };
    },
    taken: (resource, { services }) => {
      const name = textProperty(resource, 'Name');
      return services.events.rules().some((rule) => rule.name === name);
    },
    remove: ({ attributes }, { services }) => services.events.deleteRule(String(attributes['Arn'])),
  },
};

function eventSourceOf(resource: ResourceRequest) {
  const scaling = objectProperty(resource, 'ScalingConfig')['MaximumConcurrency'];
  return {
    functionName: textProperty(resource, 'FunctionName'),
    queueArn: textProperty(resource, 'EventSourceArn'),
    batchSize: numberProperty(resource, 'BatchSize', 10),
    maximumBatchingWindowSeconds: numberProperty(resource, 'MaximumBatchingWindowInSeconds', 0),
    reportBatchItemFailures: listProperty(resource, 'FunctionResponseTypes').includes(
      'ReportBatchItemFailures',
    ),
    ...(scaling === undefined ? {} : { maximumConcurrency: Number(scaling) }),
    ...(resource.properties['FilterCriteria'] === undefined
      ? {}
      : { filterPatterns: resource.properties['FilterCriteria'] as never }),
  };
}

const functionArn = (name: string, { region, accountId }: Cloud): string =>
  name.startsWith('arn:') ? name : `arn:aws:lambda:${region}:${accountId}:function:${name}`;

/** The folder with the code of a function, from its asset. @throws AwsError when there is none */
function codeOf(resource: ResourceRequest, { code }: Cloud): string {
  const { S3Bucket: bucket, S3Key: key } = objectProperty(resource, 'Code');
  if (typeof bucket === 'string' && typeof key === 'string') return code.directory(bucket, key);
  throw new TemplateError(
    `${resource.logicalId}: only code from an asset (S3Bucket, S3Key) is supported by the local cloud`,
  );
}

function environmentOf(resource: ResourceRequest): Record<string, string> {
  const variables = (objectProperty(resource, 'Environment')['Variables'] ?? {}) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)]));
}

function concurrencyOf(resource: ResourceRequest) {
  const reserved = resource.properties['ReservedConcurrentExecutions'];
  return reserved === undefined ? {} : { reservedConcurrency: Number(reserved) };
}

function deadLetterOf(resource: ResourceRequest) {
  const target = objectProperty(resource, 'DeadLetterConfig')['TargetArn'];
  return typeof target === 'string' ? { asyncConfig: { deadLetterArn: target } } : {};
}

function asyncConfigOf(resource: ResourceRequest) {
  const { MaximumRetryAttempts: retries, MaximumEventAgeInSeconds: age } = resource.properties;
  const onFailure = destinationOf(resource.properties['DestinationConfig']);
  return {
    ...(retries === undefined ? {} : { maximumRetryAttempts: Number(retries) }),
    ...(age === undefined ? {} : { maximumEventAgeSeconds: Number(age) }),
    ...(onFailure === undefined ? {} : { onFailureArn: onFailure }),
  };
}

const destinationSchema = z.strictObject({ OnFailure: z.strictObject({ Destination: z.string() }) });

/** Where failed events go. */
function destinationOf(config: unknown): string | undefined {
  if (config === undefined) return undefined;
  const parsed = destinationSchema.safeParse(config);
  if (parsed.success) return parsed.data.OnFailure.Destination;
  throw new TemplateError(`DestinationConfig: ${z.prettifyError(parsed.error)}`);
}
