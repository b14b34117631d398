const linkSchemes = ['https:', 'mailto:', 'tel:'];

/** The address of a link that may be followed: https, mail or telephone. Undefined for any other. */
export function safeLink(address: string): string | undefined {
  const url = parsed(address);
  return url && linkSchemes.includes(url.protocol) && !url.username && !url.password ? url.href : undefined;
}

/** The address of a picture that may be loaded: https only. */
export function safeImage(address: string | null | undefined): string | undefined {
  const url = address ? parsed(address) : undefined;
  return url?.protocol === 'https:' ? url.href : undefined;
}

/** Only whole addresses: one that is relative would lead into the chat's own origin. */
function parsed(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
