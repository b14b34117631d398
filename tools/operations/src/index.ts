export { operations } from './operations.ts';
export type { Operation } from './operation.ts';
export { defaultDemand, type Demand } from './cost/demand.ts';
export { estimate, type Estimate } from './cost/estimate.ts';
export { limits, limitUses, trafficAt } from './cost/limits.ts';
