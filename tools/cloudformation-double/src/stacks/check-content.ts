import { checkResources } from '../shapes/check-template.ts';
import { checkCapabilities } from '../template/capabilities.ts';
import { creationOrder, dependenciesOf } from '../template/creation-order.ts';
import { checkReferences } from '../template/references.ts';
import { checkRules } from '../template/rules.ts';
import type { Template } from '../template/template.ts';
import type { EngineParts } from './operation-run.ts';
import { stackScope } from './stack-scope.ts';
import { templateOf } from './stack-directory.ts';
import type { StackContent } from './stack-record.ts';

/** Refuses a template that cannot be deployed, whatever its parameters are. @throws TemplateError */
export function checkTemplate(body: string, supports: (type: string) => boolean): Template {
  const template = templateOf(body);
  checkReferences(template);
  checkResources(template, supports);
  creationOrder(dependenciesOf(template, new Set(Object.keys(template.Resources))));
  return template;
}

/**
 * Refuses content that cannot be deployed, before anything changes.
 *
 * @throws TemplateError, or AwsError InsufficientCapabilitiesException
 */
export async function checkContent(
  parts: EngineParts,
  stack: { readonly id: string; readonly name: string },
  content: StackContent,
): Promise<void> {
  const template = checkTemplate(content.body, (type) => parts.provider.supports(type));
  checkCapabilities(template, content.capabilities);
  await checkRules(template, stackScope(parts, { ...stack, content }));
}
