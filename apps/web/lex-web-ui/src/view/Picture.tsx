import { useState } from 'preact/hooks';
import { safeImage } from '../messages/safe-url.ts';

/** A picture of somebody else's server: it learns nothing but the address, and leaves no hole when it does not come. */
export function Picture({ url }: { readonly url: string }) {
  const [isBroken, setBroken] = useState(false);
  const safe = safeImage(url);
  if (!safe || isBroken) return null;
  return (
    <img
      src={safe}
      alt=""
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      onError={() => setBroken(true)}
    />
  );
}
