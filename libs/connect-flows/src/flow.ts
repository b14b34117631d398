import { type Block, transitionsOf } from './blocks.ts';
import { InvalidFlowError } from './invalid-flow-error.ts';
import { type FlowDocument, flowLanguageVersion } from './flow-language.ts';
import { validateFlow } from './validate-flow.ts';

/** The flow types that can be written here, as the API names them, with the designer's name. */
export const flowTypes = { CONTACT_FLOW: 'contactFlow' } as const;
export type FlowType = keyof typeof flowTypes;

/** A flow as it is written down: blocks by name. */
export interface Flow<Name extends string = string> {
  readonly name: string;
  readonly type: FlowType;
  readonly start: NoInfer<Name>;
  readonly blocks: Readonly<Record<Name, Block<NoInfer<Name>>>>;
}

/** Writes a flow down; a transition to a block that does not exist is a compile error. */
export const defineFlow = <Name extends string>(flow: Flow<Name>): Flow<Name> => flow;

/**
 * A flow in the Flow language.
 *
 * @throws InvalidFlowError when Amazon Connect would refuse it, or when a block cannot be reached
 */
export function emitFlow(flow: Flow): FlowDocument {
  const document: FlowDocument = {
    Version: flowLanguageVersion,
    StartAction: flow.start,
    Metadata: { name: flow.name, type: flowTypes[flow.type] },
    Actions: Object.entries(flow.blocks).map(([Identifier, block]) => ({
      Identifier,
      Type: block.type,
      Parameters: block.parameters,
      Transitions: transitionsOf(block),
    })),
  };
  const problems = validateFlow(document);
  if (problems.length > 0) throw new InvalidFlowError(flow.name, problems);
  return document;
}
