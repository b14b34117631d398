/** The stages of `npm test`, in their order. */
export const stageNames = ['format', 'lint', 'typecheck', 'test', 'integ'] as const;

export type StageName = (typeof stageNames)[number];
