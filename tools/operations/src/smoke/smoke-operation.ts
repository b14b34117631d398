import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { atlasNames, type Environment, type StageConfiguration } from '@atlas-engine/resource-names';
import { connectionOf } from '../aws/connection.ts';
import type { Operation } from '../operation.ts';
import type { Patience } from '../patience.ts';
import { reportChecks } from '../report/report-checks.ts';
import { awsSystem } from './aws-system.ts';
import { functionChecks } from './function-checks.ts';
import type { System } from './system.ts';
import { tableChecks } from './table-checks.ts';
import { workflowCheck } from './workflow-check.ts';

/** Opens a stage. */
export type OpenSystem = (configuration: StageConfiguration, environment: Environment) => System;

export interface SmokeOptions {
  readonly open: OpenSystem;
  readonly patience: Patience;
  readonly newId: () => string;
}

const inEarnest: SmokeOptions = {
  open: (configuration, environment) => awsSystem(connectionOf(configuration, environment)),
  // Lines reach CloudWatch Logs within seconds, seldom later.
  patience: { pause: (milliseconds) => pause(milliseconds), everyMs: 1000, times: 45 },
  newId: randomUUID,
};

/** `npm run smoke`: whether what was deployed runs. Calls nobody; writes to no table and to no CRM. */
export const smokeOperation = (options: SmokeOptions = inEarnest): Operation => ({
  name: 'smoke',
  about: 'whether what was deployed runs: tables, functions, logs, workflow; calls nobody',
  options: [],
  async run(job, surroundings) {
    const { open, patience, newId } = options;
    const names = atlasNames(job.configuration);
    const system = open(job.configuration, surroundings.environment);
    const checks = [
      ...tableChecks(system, names),
      ...functionChecks(system, names, patience),
      workflowCheck(system, names, { id: newId(), patience }),
    ];
    return await reportChecks([checks], job, surroundings);
  },
});
