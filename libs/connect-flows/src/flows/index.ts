export { inOrder } from './in-order.ts';
export { contactFlows, flowModules } from './contact-flows.ts';
export { englishOutbound, type OutboundTexts, spanishOutbound } from './outbound-texts.ts';
