import type { LoadedFlow } from '@atlas-engine/flow-interpreter';
import type { ContactState } from '../contact.ts';
import type { Stage } from './stage.ts';

/** The flow that a contact's hook names, if it has one. */
export function hookedFlow({ flow }: ContactState, hook: string, { world }: Stage): LoadedFlow | undefined {
  const id = flow?.run.contact.hooks[hook];
  return id === undefined ? undefined : world.flow(id);
}
