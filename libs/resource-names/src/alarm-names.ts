import { functionNames, type FunctionName } from './constants.ts';

/** What is watched of every function. `NewVersionErrors` takes a deployment back. */
export const functionAlarms = ['Errors', 'NewVersionErrors', 'Throttles', 'Duration'] as const;
export type FunctionAlarm = (typeof functionAlarms)[number];

/** What is watched beside the functions. */
export const systemAlarms = ['WorkflowFailures', 'WorkflowTimeouts', 'ParkedRequests'] as const;
export type SystemAlarm = (typeof systemAlarms)[number];

export type AlarmName = `${FunctionName}-${FunctionAlarm}` | SystemAlarm;

/** Every alarm. Each stands in the stack of what it watches. */
export const alarmNames: readonly AlarmName[] = [
  ...functionNames.flatMap((name) => functionAlarms.map((alarm) => `${name}-${alarm}` as const)),
  ...systemAlarms,
];
