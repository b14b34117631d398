import type { Operation } from '@atlas-engine/aws-wire';
import { noSuchChangeSet, validationError } from '../errors.ts';
import { checkTemplate } from '../stacks/check-content.ts';
import { templateOf } from '../stacks/stack-directory.ts';
import { neededCapability } from '../template/capabilities.ts';
import { readTemplateText } from '../template/parse-template.ts';
import type { Template } from '../template/template.ts';
import { findChangeSet } from './find-change-set.ts';
import {
  getTemplateInput,
  pagedStackInput,
  read,
  resourceInput,
  resourcesInput,
  templateInput,
  templateSummaryInput,
} from './inputs.ts';
import { readTemplateBody } from './read-content.ts';
import type { WireParts } from './stack-operations.ts';
import { eventView, resourceSummary, resourceView } from './views.ts';

/** Operations that tell of events, resources and templates. */
export const readOperations = (parts: WireParts): Record<string, Operation> => {
  const { directory } = parts;
  const resourcesOf = (name: string) => {
    const stack = directory.get(name);
    return Object.values(directory.resources(stack.id));
  };
  const one = (StackName: string, logicalId: string) => {
    const found = resourcesOf(StackName).find((record) => record.logicalId === logicalId);
    if (found !== undefined) return found;
    throw validationError(`Resource ${logicalId} does not exist for stack ${StackName}`);
  };
  return {
    DescribeStackEvents: (input) => {
      const { id } = directory.get(read(pagedStackInput, input).StackName);
      return { StackEvents: directory.events(id).toReversed().map(eventView) };
    },
    DescribeStackResources: (input) => {
      const { StackName, LogicalResourceId } = read(resourcesInput, input);
      const found =
        LogicalResourceId === undefined ? resourcesOf(StackName) : [one(StackName, LogicalResourceId)];
      return { StackResources: found.map(resourceView) };
    },
    DescribeStackResource: (input) => {
      const { StackName, LogicalResourceId } = read(resourceInput, input);
      const record = one(StackName, LogicalResourceId);
      return {
        StackResourceDetail: {
          ...resourceSummary(record),
          StackName: record.stackName,
          StackId: record.stackId,
        },
      };
    },
    ListStackResources: (input) => ({
      StackResourceSummaries: resourcesOf(read(pagedStackInput, input).StackName).map(resourceSummary),
    }),
    GetTemplate: (input) => {
      const { StackName, ChangeSetName } = read(getTemplateInput, input);
      const StagesAvailable = ['Original', 'Processed'];
      if (ChangeSetName !== undefined) {
        const changeSet = findChangeSet(directory, ChangeSetName, StackName);
        if (changeSet === undefined) throw noSuchChangeSet(ChangeSetName);
        return { TemplateBody: changeSet.content.body, StagesAvailable };
      }
      const { status, content } = directory.get(StackName ?? '');
      return { TemplateBody: status === 'REVIEW_IN_PROGRESS' ? '{}' : content.body, StagesAvailable };
    },
    GetTemplateSummary: async (input) => {
      const { StackName, ...source } = read(templateSummaryInput, input);
      const body =
        StackName === undefined
          ? await readTemplateBody(source, parts.templateFrom)
          : directory.get(StackName).content.body;
      return { ...summaryOf(templateOf(body)), Metadata: metadataOf(body) };
    },
    ValidateTemplate: async (input) => {
      const body = await readTemplateBody(read(templateInput, input), parts.templateFrom);
      const template = checkTemplate(body, (type) => parts.provider.supports(type));
      const { Parameters, Description, Capabilities, CapabilitiesReason } = summaryOf(template);
      return { Parameters, Description, Capabilities, CapabilitiesReason };
    },
  };
};

function summaryOf(template: Template) {
  const needed = neededCapability(template);
  const parameters = Object.entries(template.Parameters).map(([ParameterKey, definition]) => ({
    ParameterKey,
    DefaultValue: definition.Default,
    ParameterType: definition.Type,
    NoEcho: definition.NoEcho ?? false,
    Description: definition.Description,
  }));
  return {
    Parameters: parameters,
    Description: template.Description,
    ...(needed === undefined
      ? {}
      : {
          Capabilities: [needed.capability],
          CapabilitiesReason: `The following resource(s) require capabilities: [${needed.types.join(', ')}]`,
        }),
    ResourceTypes: [...new Set(Object.values(template.Resources).map(({ Type }) => Type))],
    Version: '2010-09-09',
  };
}

function metadataOf(body: string): string | undefined {
  const { Metadata } = readTemplateText(body) as { Metadata?: unknown };
  return Metadata === undefined ? undefined : JSON.stringify(Metadata);
}
