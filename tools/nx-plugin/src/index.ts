export { createNodes } from './create-nodes.ts';
export { postTasksExecution } from './report-tasks.ts';
export type { TaskReport } from './report-tasks.ts';
