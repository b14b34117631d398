import type { ActionOf } from '../catalogue/index.ts';
import type { FlowDocument } from '../language/flow-language.ts';
import type { FlowType } from '../language/flow-types.ts';
import type { Block } from './block.ts';

/** What an export holds beside its blocks, and their order where an object cannot keep it. */
export type ExportedParts = Pick<FlowDocument, 'Metadata' | 'Settings'> & {
  readonly order?: readonly string[];
};

interface FlowFacts<Type extends FlowType> {
  readonly name: string;
  readonly type: Type;
  /** What the flow is for, as one sentence. */
  readonly description?: string;
  /** Set where calls come from a campaign with answering-machine detection, which `CheckOutboundCallStatus` needs. */
  readonly answeringMachineDetection?: true;
  /** Attributes that are set outside of this code, beside those that contacts carry. */
  readonly attributes?: readonly string[];
  /** Written by the importer: what the export holds beside the blocks. */
  readonly document?: ExportedParts;
}

/** A flow as it is written down: blocks by name. The names are the ids in Amazon Connect, so a text edit keeps them. */
export interface Flow<Name extends string = string> extends FlowFacts<FlowType> {
  readonly start: Name;
  readonly blocks: Readonly<Record<Name, Block<Name>>>;
}

interface FlowDefinition<Type extends FlowType, Name extends string> extends FlowFacts<Type> {
  readonly start: NoInfer<Name>;
  readonly blocks: Readonly<Record<Name, Block<NoInfer<Name>, ActionOf<NoInfer<Type>>>>>;
}

/**
 * Writes a flow down. A transition to a block that does not exist and an action that is not legal in flows of this
 * type are compile errors.
 *
 * @example
 * defineFlow({
 *   name: 'Goodbye',
 *   type: 'CONTACT_FLOW',
 *   start: 'Say goodbye',
 *   blocks: {
 *     'Say goodbye': say('Goodbye.', { next: 'Hang up', failed: 'Hang up' }),
 *     'Hang up': disconnect(),
 *   },
 * });
 */
export const defineFlow = <const Type extends FlowType, Name extends string>(
  definition: FlowDefinition<Type, Name>,
): Flow<Name> => definition;
