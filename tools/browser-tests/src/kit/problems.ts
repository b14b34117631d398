import type { BrowserContext, Page } from 'playwright-core';

/** What went wrong in the pages of a context. */
export interface Problems {
  /** Lets what fits happen, as a test that provokes it needs. */
  allow(...patterns: readonly RegExp[]): void;
  /** All that was not allowed, in order. */
  list(): readonly string[];
}

/** Without the query, which may hold a token. */
const place = (url: string): string => url.replace(/[?#].*$/s, '');

/** A page that is left breaks off what it has under way; that is no failure. */
const brokenOff = 'net::ERR_ABORTED';

/** Watches all pages of a context: console errors, exceptions, requests that fail or are answered with an error. */
export function watchProblems(context: BrowserContext): Problems {
  const found: string[] = [];
  const allowed: RegExp[] = [];
  const watch = (page: Page): void => {
    page.on('pageerror', (error) => found.push(`exception: ${error.message}`));
  };
  context.on('page', watch);
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    found.push(`console: ${message.text()} (${place(message.location().url)})`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'unknown';
    if (reason !== brokenOff) found.push(`request: ${request.method()} ${place(request.url())}: ${reason}`);
  });
  context.on('response', (response) => {
    if (response.status() < 400) return;
    found.push(`response: ${response.request().method()} ${place(response.url())}: ${response.status()}`);
  });
  return {
    allow: (...patterns) => void allowed.push(...patterns),
    list: () => found.filter((problem) => !allowed.some((pattern) => pattern.test(problem))),
  };
}
