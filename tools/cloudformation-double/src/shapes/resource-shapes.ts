import shapes from './resource-shapes.json' with { type: 'json' };
import type { ResourceShapes } from './shape.ts';

/** The properties of the resource types that templates may use here; `generate-shapes.ts` writes the file. */
export const resourceShapes = shapes as unknown as ResourceShapes;
