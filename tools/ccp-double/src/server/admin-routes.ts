import { disturb, disturbanceSchema } from './admin.ts';
import { bodyOf, json } from './answers.ts';
import { type Office, type Routes, userNamed } from './visit.ts';

/** How a test, or somebody who tries things out, disturbs a panel. */
export const adminRoutes = ({ people, sessions, panels, show }: Office): Routes => ({
  'POST /_atlas/disturb': ({ request, instance }) => {
    // A page of anybody could send this.
    if (request.headers['origin'] !== undefined) return json({ message: 'Pages may not do this' }, 403);
    const asked = disturbanceSchema.safeParse(bodyOf(request));
    if (!asked.success) return json({ message: asked.error.message }, 400);
    const user = userNamed(people, instance.id, asked.data.user);
    if (user === undefined) return json({ message: 'user: the instance has no such user' }, 404);
    disturb(asked.data, { userId: user.id, panels, sessions });
    if (asked.data.kind === 'restore-network') show(user.id);
    return json({});
  },
});
