import type { ResourceRequest } from '@atlas-engine/cloudformation-double';
import { textProperty } from './properties.ts';

/** The name of the function that a resource belongs to, which is given by name or by ARN. */
export const functionName = (resource: ResourceRequest): string =>
  textProperty(resource, 'FunctionName').replace(/^arn:.*:function:/, '');
