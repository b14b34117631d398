import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Accepts findings of cdk-nag on a construct, each with its reason in one line. */
export function acknowledge(construct: IConstruct, reasons: Readonly<Record<string, string>>): void {
  // Not by `Validations.acknowledge`: it refuses ids with unpaired brackets, and cdk-nag writes `}}` of a dynamic
  // reference as `>>`.
  const acknowledged = Object.entries(reasons).map(([id, reason]) => [
    `Annotation::${id.replaceAll('}', '>')}`,
    reason,
  ]);
  construct.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, Object.fromEntries(acknowledged));
}
