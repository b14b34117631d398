/** How the callers of a function or workflow come to a new version. */
export interface TrafficShift {
  readonly type: 'ALL_AT_ONCE' | 'CANARY' | 'LINEAR';
  /** The part of the calls that the first step, or each step, brings to the new version. */
  readonly percentage: number;
  /** Minutes between steps. */
  readonly minutes: number;
}

/**
 * The shifts that a stage may choose, by the name that CodeDeploy has for them after `CodeDeployDefault.Lambda`.
 *
 * Source: CodeDeploy user guide, "Predefined deployment configurations for an AWS Lambda compute platform".
 */
export const trafficShifts = {
  AllAtOnce: { type: 'ALL_AT_ONCE', percentage: 100, minutes: 0 },
  Canary10Percent5Minutes: { type: 'CANARY', percentage: 10, minutes: 5 },
  Canary10Percent10Minutes: { type: 'CANARY', percentage: 10, minutes: 10 },
  Canary10Percent15Minutes: { type: 'CANARY', percentage: 10, minutes: 15 },
  Canary10Percent30Minutes: { type: 'CANARY', percentage: 10, minutes: 30 },
  Linear10PercentEvery1Minute: { type: 'LINEAR', percentage: 10, minutes: 1 },
  Linear10PercentEvery2Minutes: { type: 'LINEAR', percentage: 10, minutes: 2 },
  Linear10PercentEvery3Minutes: { type: 'LINEAR', percentage: 10, minutes: 3 },
  Linear10PercentEvery10Minutes: { type: 'LINEAR', percentage: 10, minutes: 10 },
} as const satisfies Readonly<Record<string, TrafficShift>>;
export type TrafficShiftName = keyof typeof trafficShifts;

export const trafficShiftNames = Object.keys(trafficShifts) as [TrafficShiftName, ...TrafficShiftName[]];
