export { expectAccessible, type AccessibilityOptions } from './kit/accessibility.ts';
export { BrowserError } from './kit/browser-error.ts';
export { openBrowser, type TestBrowser, type TestPage } from './kit/browser.ts';
export { browserTests, type BrowserTests } from './kit/browser-tests.ts';
export { findChromium, requireChromium } from './kit/find-chromium.ts';
export type { Problems } from './kit/problems.ts';
export { screenshot } from './kit/screenshot.ts';
export { startSystem, type System, type SystemOptions } from './kit/system.ts';
