import type { Point } from '../layout/layout.ts';

const radius = 16;

/** A path through points whose corners are round, as the `d` of an SVG path. */
export function roundedPath(points: readonly Point[]): string {
  const steps = points.map((corner, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before === undefined) return `M ${at(corner)}`;
    if (after === undefined) return `L ${at(corner)}`;
    return `L ${at(towards(corner, before))} Q ${at(corner)} ${at(towards(corner, after))}`;
  });
  return steps.join(' ');
}

/** A point beside a corner, on the way to another, at most half of it away. */
function towards(corner: Point, other: Point): Point {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y);
  const share = length === 0 ? 0 : Math.min(radius, length / 2) / length;
  return {
    x: Math.round(corner.x + (other.x - corner.x) * share),
    y: Math.round(corner.y + (other.y - corner.y) * share),
  };
}

const at = ({ x, y }: Point): string => `${String(x)} ${String(y)}`;
