import { InvalidFlowError } from '../invalid-flow-error.ts';
import { isContactAttribute } from '../language/contact-attributes.ts';
import { type FlowDocument, flowLanguageVersion } from '../language/flow-language.ts';
import { flowTypes } from '../language/flow-types.ts';
import { designerMetadata } from '../layout/designer-metadata.ts';
import { type NamedReference, resolveReferences } from '../references/reference-text.ts';
import type { Finding } from '../validator/finding.ts';
import { describeFinding } from '../validator/finding.ts';
import { validateFlow } from '../validator/validate-flow.ts';
import type { Flow } from './flow.ts';
import { toActions } from './to-actions.ts';

/** How a flow is written for one instance. */
export interface EmitOptions {
  /** The flow's name in the instance; its own when absent. */
  readonly name?: string;
  /** The ARN or id of a resource. References stay names when absent. */
  readonly resolve?: (reference: NamedReference) => string;
}

/** What is wrong with a flow, and what is doubtful. */
export const findingsOf = (flow: Flow): readonly Finding[] =>
  validateFlow({
    document: writeFlow(flow),
    name: flow.name,
    type: flow.type,
    answeringMachineDetection: flow.answeringMachineDetection === true,
    isKnownAttribute: isContactAttribute,
  });

/**
 * A flow in the Flow language, with a layout for the designer.
 *
 * @throws InvalidFlowError when Amazon Connect would refuse it, or when a block cannot be reached or a loop not left
 */
export function emitFlow(flow: Flow, options: EmitOptions = {}): FlowDocument {
  const errors = findingsOf(flow).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new InvalidFlowError(flow.name, errors.map(describeFinding));
  return writeFlow(flow, options);
}

/** A flow in the Flow language, whether it is valid or not: what was imported comes out as it was. */
export function writeFlow(flow: Flow, { name = flow.name, resolve }: EmitOptions = {}): FlowDocument {
  const content = { Version: flowLanguageVersion, StartAction: flow.start };
  const actions = toActions(flow);
  const Actions =
    resolve === undefined ? actions : (resolveReferences(actions, resolve) as FlowDocument['Actions']);
  if (flow.document !== undefined) return { ...content, ...flow.document, Actions };
  const document: FlowDocument = { ...content, Actions };
  return {
    ...content,
    Metadata: {
      ...designerMetadata(document),
      name,
      ...(flow.description === undefined ? {} : { description: flow.description }),
      type: flowTypes[flow.type],
    },
    Actions,
    ...(flow.type === 'MODULE' ? { Settings: moduleSettings } : {}),
  };
}

/** A module without parameters of its own, as the designer writes it. */
const moduleSettings = {
  InputParameters: [],
  OutputParameters: [],
  Transitions: [
    { DisplayName: 'Success', ReferenceName: 'Success', Description: '' },
    { DisplayName: 'Error', ReferenceName: 'Error', Description: '' },
  ],
};
