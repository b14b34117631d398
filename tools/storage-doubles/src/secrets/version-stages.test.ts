import fc from 'fast-check';
import { addVersion } from './version-stages.ts';
import type { SecretVersion } from './secret.ts';

const stage = fc.constantFrom('AWSCURRENT', 'AWSPENDING', 'A', 'B');
const addition = fc.record({ id: fc.nat(30).map(String), stages: fc.uniqueArray(stage, { minLength: 1 }) });

describe('the stages of versions', () => {
  it('are each at one version, and one version is always current', () => {
    fc.assert(
      fc.property(fc.array(addition, { minLength: 1, maxLength: 30 }), (additions) => {
        const versions = additions.reduce<readonly SecretVersion[]>(
          (all, { id, stages }) => addVersion(all, { id, stages, value: id, createdAt: 0 }),
          [],
        );
        const stages = versions.flatMap((version) => version.stages);
        expect(stages).toContain('AWSCURRENT');
        expect(new Set(stages).size).toBe(stages.length);
        expect(new Set(versions.map(({ id }) => id)).size).toBe(versions.length);
      }),
    );
  });
});
