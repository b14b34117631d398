import type { System } from '../kit/system.ts';

/** Host and port of Amazon Connect's panel, for the instance of stage local. */
export const controlPanelHost = ({ port }: Pick<System, 'port'>): string =>
  `atlas-engine-local-000000000000.my.connect.localhost:${String(port)}`;
