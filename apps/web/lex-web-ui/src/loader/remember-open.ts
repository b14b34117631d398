/** Whether the chat is open, through the pages of a visit. `open` is kept; a browser that blocks storage forgets it. */
export function remembered(open?: boolean): boolean {
  try {
    if (open !== undefined) sessionStorage.setItem('atlas-chat', String(open));
    return sessionStorage.getItem('atlas-chat') === 'true';
  } catch {
    return false;
  }
}
