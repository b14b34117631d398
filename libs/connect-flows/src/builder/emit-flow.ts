import { InvalidFlowError } from '../invalid-flow-error.ts';
import { isContactAttribute } from '../language/contact-attributes.ts';
import { type FlowDocument, flowLanguageVersion } from '../language/flow-language.ts';
import { flowTypes } from '../language/flow-types.ts';
import { given } from '../language/given.ts';
import { designerMetadata } from '../layout/designer-metadata.ts';
import { type NamedReference, resolveReferences } from '../references/reference-text.ts';
import type { Finding } from '../validator/finding.ts';
import { describeFinding } from '../validator/finding.ts';
import { validateFlow } from '../validator/validate-flow.ts';
import type { ExportedParts, Flow } from './flow.ts';
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
    isKnownAttribute: (attribute) =>
      isContactAttribute(attribute) || flow.attributes?.includes(attribute) === true,
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
  const actions = toActions(flow);
  const Actions =
    resolve === undefined ? actions : (resolveReferences(actions, resolve) as FlowDocument['Actions']);
  const document: FlowDocument = { Version: flowLanguageVersion, StartAction: flow.start, Actions };
  return flow.document === undefined
    ? { ...document, ...describedParts(flow, document, name) }
    : { ...document, ...exportedParts(flow.document) };
}

const exportedParts = ({ Metadata, Settings }: ExportedParts) => given({ Metadata, Settings });

const describedParts = ({ type, description }: Flow, document: FlowDocument, name: string) => ({
  Metadata: {
    ...designerMetadata(document),
    name,
    ...(description === undefined ? {} : { description }),
    type: flowTypes[type],
  },
  ...(type === 'MODULE' ? { Settings: moduleSettings } : {}),
});

/** A module without parameters of its own, as the designer writes it. */
const moduleSettings = {
  InputParameters: [],
  OutputParameters: [],
  Transitions: [
    { DisplayName: 'Success', ReferenceName: 'Success', Description: '' },
    { DisplayName: 'Error', ReferenceName: 'Error', Description: '' },
  ],
};
