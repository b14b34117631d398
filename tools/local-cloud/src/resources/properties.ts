import { TemplateError, type ResourceRequest } from '@atlas-engine/cloudformation-double';

const problem = ({ logicalId, type }: ResourceRequest, property: string, what: string) =>
  new TemplateError(`${logicalId} (${type}): ${property} ${what}`);

/** A property that must be a text. @throws TemplateError naming the resource and the property */
export function textProperty(resource: ResourceRequest, property: string): string {
  const value = resource.properties[property];
  if (typeof value === 'string' && value !== '') return value;
  throw problem(resource, property, 'must be a text');
}

export function optionalText(resource: ResourceRequest, property: string): string | undefined {
  return resource.properties[property] === undefined ? undefined : textProperty(resource, property);
}

export function numberProperty(resource: ResourceRequest, property: string, byDefault: number): number {
  const value = Number(resource.properties[property] ?? byDefault);
  if (Number.isFinite(value)) return value;
  throw problem(resource, property, 'must be a number');
}

export function objectProperty(
  resource: ResourceRequest,
  property: string,
): Readonly<Record<string, unknown>> {
  const value = resource.properties[property] ?? {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  throw problem(resource, property, 'must be an object');
}

export function listProperty(resource: ResourceRequest, property: string): readonly unknown[] {
  const value = resource.properties[property] ?? [];
  if (Array.isArray(value)) return value;
  throw problem(resource, property, 'must be a list');
}
