import { TemplateError } from '../template/template-error.ts';
import type { Template } from '../template/template.ts';
import { shapeProblems } from './check-shape.ts';
import { resourceShapes } from './resource-shapes.ts';

/** Types whose properties mean nothing. */
const withoutProperties = new Set(['AWS::CDK::Metadata', 'AWS::CloudFormation::WaitConditionHandle']);

/** What a custom resource is, only its provider knows. */
const isCustom = (type: string): boolean => type.startsWith('Custom::');

/**
 * Refuses a template whose resources the local cloud could not make, before anything changes.
 *
 * @throws TemplateError naming unknown types, or the resource and its properties that are unknown or of a wrong type
 */
export function checkResources({ Resources }: Template, supports: (type: string) => boolean): void {
  const types = [...new Set(Object.values(Resources).map(({ Type }) => Type))];
  const unknown = types.filter((type) => !supports(type));
  if (unknown.length > 0)
    throw new TemplateError(
      `Template format error: Unrecognized resource types: [${unknown.join(', ')}] (not supported by the local cloud)`,
    );
  const failures = Object.entries(Resources).flatMap(([logicalId, { Type, Properties }]) => {
    if (withoutProperties.has(Type) || isCustom(Type)) return [];
    const shape = resourceShapes.resources[Type]?.shape;
    const problems =
      shape === undefined ? ['#: has no schema in the local cloud'] : shapeProblems(Properties, shape);
    return problems.length === 0 ? [] : [`${logicalId} (${Type}) with message:\n${problems.join('\n')}`];
  });
  if (failures.length > 0)
    throw new TemplateError(
      `Properties validation failed for resource ${failures.join('\nand for resource ')}`,
    );
}
