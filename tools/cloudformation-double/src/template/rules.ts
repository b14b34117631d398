import { holds } from './conditions.ts';
import type { IntrinsicScope } from './intrinsic-functions.ts';
import { TemplateError } from './template-error.ts';
import type { Template } from './template.ts';

/** Checks the Rules of a template. @throws TemplateError with the description of an assertion that fails */
export async function checkRules({ Rules }: Template, scope: IntrinsicScope): Promise<void> {
  for (const [name, { RuleCondition, Assertions }] of Object.entries(Rules)) {
    if (RuleCondition !== undefined && !(await holds(RuleCondition, scope))) continue;
    for (const { Assert, AssertDescription } of Assertions) {
      if (!(await holds(Assert, scope)))
        throw new TemplateError(`Template error: rule ${name} failed: ${AssertDescription}`);
    }
  }
}
