import { factoryNameOf } from '../builder/actions.ts';
import type { Block, Condition } from '../builder/block.ts';
import { conditionFunctionOf } from '../builder/conditions.ts';
import { branchRuleOf, parameterProblems, specOf } from '../catalogue/index.ts';
import type { FlowType } from '../language/flow-types.ts';
import { given } from '../language/given.ts';
import { type Code, printCall } from './print-value.ts';
import { printParameters } from './print-parameters.ts';

/** A block as the call that makes it: the action's own function, or `verbatim` for what its types do not allow. */
export function printBlock(block: Block, flowType: FlowType, indent: number): Code {
  const { type, parameters, spelling, next, errors, conditions } = block;
  const printed = given({ next, errors, conditions: conditions?.map(printCondition) });
  if (!isTypical(block, flowType)) {
    return printCall('verbatim', [{ type, parameters, ...printed, ...given({ spelling }) }], indent);
  }
  const terminal = branchRuleOf(type, parameters).next === 'none';
  const content = terminal ? [] : [printParameters(type, parameters), printed];
  if (spelling === undefined) return printCall(`actions.${factoryNameOf(type)}`, content, indent);
  return printCall(
    'spelled',
    [spelling, printCall(`actions.${factoryNameOf(type)}`, content, indent + 2)],
    indent,
  );
}

/** Whether the types of the action's function allow the block. */
function isTypical(
  { type, parameters, next, errors = {}, conditions = [] }: Block,
  flowType: FlowType,
): boolean {
  const { flowTypes, opaque } = specOf(type);
  const rule = branchRuleOf(type, parameters);
  const required = rule.requiredErrors ?? [];
  const names = Object.keys(errors);
  return [
    opaque !== true,
    flowTypes.includes(flowType),
    parameterProblems(type, parameters).length === 0,
    rule.next !== 'none' || (Object.keys(parameters).length === 0 && next === undefined),
    rule.next !== 'required' || next !== undefined,
    required.every((each) => names.includes(each)),
    names.every((each) => [...required, ...(rule.optionalErrors ?? [])].some((legal) => legal === each)),
    conditions.every(({ operator, operand }) => {
      const { operators = [], operands = [] } = rule.conditions ?? {};
      return operators.includes(operator) && (operands === 'any' || operands.includes(operand));
    }),
  ].every(Boolean);
}

const printCondition = ({ operator, operand, next }: Condition<string>): Code =>
  printCall(conditionFunctionOf[operator], [operand, next], 0);
