/** The layers of a first deployment, first to last; a project says its own in the tag `layer:<name>`. */
export const layers = ['platform', 'function', 'orchestration', 'web'] as const;
