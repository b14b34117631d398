export { describeCloud } from './describe-cloud.ts';
export { localPassword } from './local-users.ts';
export { OptionError } from './option-error.ts';
export { findRunningCloud } from './running-cloud.ts';
export type { RunningCloud } from './running-cloud.ts';
export { startLocalCloud } from './start-local-cloud.ts';
export type { LocalCloud, LocalCloudOptions } from './local-cloud.ts';
export { TemplateError } from '@atlas-engine/cloudformation-double';
export { StateInUseError } from './state-directory.ts';
