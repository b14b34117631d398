import { CfnParameter } from 'aws-cdk-lib/aws-ssm';
import type { AtlasStack } from './atlas-stack.ts';

/** Writes what AWS named itself to SSM, by parameter name. */
export function publish(stack: AtlasStack, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    const id = name.split('/').slice(-2).join('-');
    new CfnParameter(stack, id, { name, type: 'String', value });
  }
}
