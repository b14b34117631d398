import { campaignOfFile, readCampaign } from './campaign-of.ts';

describe('campaignOfFile', () => {
  it('is the name of the file without its folder and extension', () => {
    expect(campaignOfFile('/tmp/autumn 2026.final.csv')).toBe('autumn 2026.final');
  });

  it('refuses a name that is too long instead of cutting it', () => {
    expect(campaignOfFile(`${'x'.repeat(80)}.csv`)).toHaveLength(80);
    expect(() => campaignOfFile(`${'x'.repeat(81)}.csv`)).toThrow('give one with --campaign');
    expect(() => campaignOfFile('\u200b.csv')).toThrow('give one with --campaign');
  });
});

describe('readCampaign', () => {
  it.each([
    [' autumn ', 'autumn'],
    ['', undefined],
    [' \t', undefined],
    ['x'.repeat(81), undefined],
  ])('reads "%s"', (text, name) => {
    expect(readCampaign(text)).toBe(name);
  });
});
