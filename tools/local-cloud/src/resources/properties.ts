import { TemplateError } from '../template/template-error.ts';
import type { ResolvedResource } from '../template/load-stack.ts';

const problem = ({ logicalId, type }: ResolvedResource, property: string, what: string) =>
  new TemplateError(`${logicalId} (${type}): ${property} ${what}`);

/** A property that must be a text. @throws TemplateError naming the resource and the property */
export function textProperty(resource: ResolvedResource, property: string): string {
  const value = resource.properties[property];
  if (typeof value === 'string' && value !== '') return value;
  throw problem(resource, property, 'must be a text');
}

export function optionalText(resource: ResolvedResource, property: string): string | undefined {
  return resource.properties[property] === undefined ? undefined : textProperty(resource, property);
}

export function numberProperty(resource: ResolvedResource, property: string, byDefault: number): number {
  const value = Number(resource.properties[property] ?? byDefault);
  if (Number.isFinite(value)) return value;
  throw problem(resource, property, 'must be a number');
}

export function objectProperty(
  resource: ResolvedResource,
  property: string,
): Readonly<Record<string, unknown>> {
  const value = resource.properties[property] ?? {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  throw problem(resource, property, 'must be an object');
}

export function listProperty(resource: ResolvedResource, property: string): readonly unknown[] {
  const value = resource.properties[property] ?? [];
  if (Array.isArray(value)) return value;
  throw problem(resource, property, 'must be a list');
}
