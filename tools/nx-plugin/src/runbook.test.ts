import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alarmNames } from '@atlas-engine/resource-names';

const text = readFileSync(join(import.meta.dirname, '../../../docs/runbook.md'), 'utf8');
const sections = text
  .split(/^### /m)
  .slice(1)
  .map((section) => {
    const [heading = '', ...lines] = section.split('\n');
    return { heading, body: lines.join(' ').trim() };
  });

describe('the runbook', () => {
  it('has one section for each kind of alarm, and no other', () => {
    const kinds = alarmNames.map((alarm) => alarm.slice(alarm.lastIndexOf('-') + 1));
    expect(sections.map(({ heading }) => heading).sort()).toEqual([...new Set(kinds)].sort());
  });

  it.each(sections.map(({ heading, body }) => [heading, body] as const))(
    'says more of %s than its name',
    (_, body) => {
      expect(body.split(' ').length).toBeGreaterThan(20);
    },
  );
});
