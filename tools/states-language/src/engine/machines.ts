import { createHash } from 'node:crypto';
import { describeProblems } from '../definition/problem.ts';
import { parseDefinition } from '../definition/parse-definition.ts';
import type { Machine } from '../definition/schema.ts';
import type { Tables } from './tables.ts';

/** A stored definition that this engine does not run: it was written by an engine that took more. */
export class DefinitionUnusable extends Error {
  override readonly name = 'DefinitionUnusable';
}

/** The definitions that executions run, kept once each. */
export interface Machines {
  /** Keeps a definition's text and gives its id. */
  keep(definition: string): string;
  /** @throws DefinitionUnusable */
  machine(definitionId: string): Machine;
}

export const createMachines = ({ definitions }: Tables): Machines => {
  const parsed = new Map<string, Machine>();
  return {
    keep: (definition) => {
      const id = createHash('sha256').update(definition).digest('hex');
      if (!definitions.has(id)) definitions.set(id, definition);
      return id;
    },
    machine: (definitionId) => {
      const known = parsed.get(definitionId);
      if (known) return known;
      const result = parseDefinition(definitions.get(definitionId) ?? '');
      if (!result.ok)
        throw new DefinitionUnusable(
          `the stored definition can not be run: ${describeProblems(result.problems)}`,
        );
      parsed.set(definitionId, result.machine);
      return result.machine;
    },
  };
};
