export { inOrder } from './in-order.ts';
export { contactFlows, flowModules } from './contact-flows.ts';
export { recordingNotice } from './outbound.ts';
