export type { Cloud, CloudOptions } from './cloud/cloud.ts';
export { openCloud } from './cloud/open-cloud.ts';
export { outreach } from './outreach.ts';
export type { Terminal } from './outreach.ts';
export type { OutreachOptions } from './options.ts';
export type { OutreachReport, RowResult, RowStatus } from './report/row-result.ts';
