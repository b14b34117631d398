import type { IntrinsicScope } from '../template/intrinsic-functions.ts';
import { parameterValues } from '../template/parameters.ts';
import { templateScope } from '../template/template-scope.ts';
import type { EngineParts } from './operation-run.ts';
import { templateOf } from './stack-directory.ts';
import type { StackRecord } from './stack-record.ts';

/** How the template of a stack sees the stack as it is now. */
export function stackScope(
  { directory, ssm, dynamicReference }: EngineParts,
  { id, name, content }: Pick<StackRecord, 'id' | 'name' | 'content'>,
): IntrinsicScope {
  const template = templateOf(content.body);
  const { region, accountId } = directory.place;
  return templateScope({
    template,
    stack: { id, name },
    region,
    accountId,
    parameters: parameterValues(template, { given: content.parameters, ssm }),
    resource: (logicalId) => {
      const record = directory.resources(id)[logicalId];
      return record === undefined || record.physicalId === '' ? undefined : record;
    },
    dynamicReference,
  });
}
