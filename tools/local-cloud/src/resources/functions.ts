import * as z from 'zod';
import { assetDirectory } from '../template/find-stacks.ts';
import type { ResolvedResource } from '../template/load-stack.ts';
import { TemplateError } from '../template/template-error.ts';
import { listProperty, numberProperty, objectProperty, textProperty } from './properties.ts';
import type { Cloud, ResourceTypes } from './resource-type.ts';

const templateAddress = 'http://127.0.0.1:4566';

/** Functions with what feeds them. */
export const functionResources: ResourceTypes = {
  'AWS::Lambda::Function': (resource, cloud) => {
    const name = textProperty(resource, 'FunctionName');
    cloud.services.lambda.registerFunction({
      name,
      codeDirectory: codeOf(resource),
      handler: textProperty(resource, 'Handler'),
      runtime: textProperty(resource, 'Runtime'),
      environment: environmentOf(resource, cloud),
      timeoutSeconds: numberProperty(resource, 'Timeout', 3),
      memoryMb: numberProperty(resource, 'MemorySize', 128),
      roleArn: textProperty(resource, 'Role'),
      aliases: { live: '$LATEST' },
      ...concurrencyOf(resource),
      ...asyncConfigOf(resource),
    });
    cloud.services.functionHost.trace(name, objectProperty(resource, 'TracingConfig')['Mode'] === 'Active');
    cloud.functions.add(name);
    return { ref: name, attributes: { Arn: functionArn(name, cloud) } };
  },
  'AWS::Lambda::Version': (resource, cloud) => {
    const name = textProperty(resource, 'FunctionName').split(':').at(-1) ?? '';
    return {
      ref: `${functionArn(name, cloud)}:1`,
      attributes: { Version: '1', FunctionArn: functionArn(name, cloud) },
    };
  },
  'AWS::Lambda::Alias': (resource, cloud) => {
    const arn = `${functionArn(textProperty(resource, 'FunctionName'), cloud)}:${textProperty(resource, 'Name')}`;
    return { ref: arn, attributes: { AliasArn: arn } };
  },
  'AWS::Lambda::EventInvokeConfig': ({ stack, logicalId }) => ({ ref: `${stack.name}/${logicalId}` }),
  'AWS::Lambda::EventSourceMapping': (resource, { services }) => {
    const scaling = objectProperty(resource, 'ScalingConfig')['MaximumConcurrency'];
    const mapping = services.lambda.addEventSource({
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
    });
    return { ref: mapping.uuid, attributes: { Id: mapping.uuid } };
  },
  'AWS::Events::Rule': ({ properties }, { services }) => {
    const { name, arn } = services.events.putRuleFromTemplate(properties);
    return { ref: name, attributes: { Arn: arn } };
  },
};

const functionArn = (name: string, { region, accountId }: Cloud): string =>
  name.startsWith('arn:') ? name : `arn:aws:lambda:${region}:${accountId}:function:${name}`;

function codeOf(resource: ResolvedResource): string {
  const key = objectProperty(resource, 'Code')['S3Key'];
  if (typeof key === 'string') return assetDirectory(resource.stack.assembly, key);
  throw new TemplateError(
    `${resource.logicalId}: only code from an asset (S3Key) is supported by the local cloud`,
  );
}

/** Templates of stage `local` carry the default address; the local cloud may listen elsewhere. */
function environmentOf(resource: ResolvedResource, { url }: Cloud): Record<string, string> {
  const variables = (objectProperty(resource, 'Environment')['Variables'] ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      String(value).replaceAll(templateAddress, url()),
    ]),
  );
}

function concurrencyOf(resource: ResolvedResource) {
  const reserved = resource.properties['ReservedConcurrentExecutions'];
  return reserved === undefined ? {} : { reservedConcurrency: Number(reserved) };
}

/** The asynchronous configuration stands in a resource of its own; it is found in the same stack. */
function asyncConfigOf({ stack, properties }: ResolvedResource) {
  const deadLetter = (properties['DeadLetterConfig'] as { TargetArn?: unknown } | undefined)?.TargetArn;
  const config = Object.values(stack.template.Resources).find(
    ({ Type }) => Type === 'AWS::Lambda::EventInvokeConfig',
  );
  return {
    asyncConfig: {
      ...limitsOf(config?.Properties ?? {}),
      ...(typeof deadLetter === 'string' ? { deadLetterArn: deadLetter } : {}),
    },
  };
}

function limitsOf(properties: Readonly<Record<string, unknown>>) {
  const retries = properties['MaximumRetryAttempts'];
  const age = properties['MaximumEventAgeInSeconds'];
  const onFailure = destinationOf(properties['DestinationConfig']);
  return {
    ...(retries === undefined ? {} : { maximumRetryAttempts: Number(retries) }),
    ...(age === undefined ? {} : { maximumEventAgeSeconds: Number(age) }),
    ...(onFailure === undefined ? {} : { onFailureArn: onFailure }),
  };
}

const destinationSchema = z.strictObject({ OnFailure: z.strictObject({ Destination: z.string() }) });

/** Where failed events go: an ARN that the stack knows without asking. */
function destinationOf(config: unknown): string | undefined {
  if (config === undefined) return undefined;
  const parsed = destinationSchema.safeParse(config);
  if (parsed.success) return parsed.data.OnFailure.Destination;
  throw new TemplateError(`DestinationConfig: ${z.prettifyError(parsed.error)}`);
}
