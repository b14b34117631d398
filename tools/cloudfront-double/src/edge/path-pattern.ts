import type { CacheBehaviour, DistributionConfig } from '../distribution/distribution-config.ts';

const matcherOf = (pattern: string): RegExp => {
  const source = pattern
    .replace(/^(?!\/|\*)/, '/')
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's');
};

/** Whether a path fits a pattern: `*` stands for anything, `?` for one character, case matters. */
export const fitsPattern = (path: string, pattern: string): boolean => matcherOf(pattern).test(path);

/** How a path is served: by the first behaviour that it fits, else by the default one. */
export const behaviourOf = (config: DistributionConfig, path: string): CacheBehaviour =>
  config.CacheBehaviors.find(({ PathPattern }) => fitsPattern(path, PathPattern)) ??
  config.DefaultCacheBehavior;
