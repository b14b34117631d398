import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, requireChromium } from './find-chromium.ts';
import { screenshotFile } from './screenshot.ts';

const folder = mkdtempSync(join(tmpdir(), 'atlas-chromium-'));
afterAll(() => rmSync(folder, { recursive: true }));

const program = (name: string): string => {
  const path = join(folder, name);
  writeFileSync(path, '');
  chmodSync(path, 0o755);
  return path;
};

describe('a Chromium', () => {
  it('is the one in the PATH, or the one that is named', () => {
    const found = program('chromium');
    const named = program('mine');
    expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(found);
    expect(findChromium({ PATH: folder, ATLAS_CHROMIUM: named })).toBe(named);
    expect(findChromium({ PATH: folder, ATLAS_CHROMIUM: '/nowhere/chromium' })).toBeUndefined();
  });

  it('that is nowhere is asked for', () => {
    expect(() => requireChromium({ PATH: '/nowhere' })).toThrow('apt-get install chromium');
  });
});

describe('pictures', () => {
  it('go into the documents only when they are asked for', () => {
    expect(screenshotFile('console/a', {})).toMatch(
      /tools\/browser-tests\/test-results\/screens\/console\/a\.png$/,
    );
    expect(screenshotFile('console/a', { ATLAS_SCREENSHOTS: '1' })).toMatch(
      /\/docs\/screens\/console\/a\.png$/,
    );
  });
});
