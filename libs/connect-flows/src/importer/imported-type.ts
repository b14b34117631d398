import { isActionType, specOf } from '../catalogue/index.ts';
import { type FlowType, flowTypes } from '../language/flow-types.ts';
import { FlowImportError } from './flow-import-error.ts';
import type { ReadFlow } from './flow-schema.ts';

const allTypes = Object.keys(flowTypes) as readonly FlowType[];

/**
 * The type of an imported flow: as the API or the designer names it, or else the only one in which all of its actions
 * are legal. A flow that could be a contact flow is one.
 *
 * @throws FlowImportError when the type is not supported or cannot be told
 */
export function importedType(flow: ReadFlow, named: string | undefined): FlowType {
  if (named !== undefined) {
    const known = allTypes.find((type) => type === named || flowTypes[type] === named);
    if (known !== undefined) return known;
    throw new FlowImportError(`Flows of type ${named} are not supported`, remedy);
  }
  if (flow.Settings !== undefined) return 'MODULE';
  const possible = allTypes.filter((type) => isLegal(flow, type));
  const [only] = possible;
  if (only !== undefined && (only === 'CONTACT_FLOW' || possible.length === 1)) return only;
  throw new FlowImportError(
    `The file does not say the type of the flow, and its blocks fit ${possible.length === 0 ? 'none' : possible.join(', ')}`,
    remedy,
  );
}

const remedy = `Say it: one of ${allTypes.join(', ')}`;

const isLegal = ({ Actions }: ReadFlow, flowType: FlowType): boolean =>
  Actions.every(({ Type }) => !isActionType(Type) || specOf(Type).flowTypes.includes(flowType));
