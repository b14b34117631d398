/** Styles of the button and the frame; the page's own styles do not reach them, but its custom properties do. */
export const launcherStyles = [
  ':host{all:initial!important;position:fixed!important;z-index:2147483000!important;bottom:20px!important;inset-inline-end:20px!important}',
  ':host(.start){inset-inline:20px auto!important}',
  'button{position:relative;width:60px;height:60px;padding:16px;border:0;border-radius:50%;cursor:pointer;background:var(--atlas-chat-accent,#3d4fd6);color:var(--atlas-chat-on-accent,#fff);box-shadow:0 6px 24px #0f173359}',
  // Drawn without markup: a page may forbid markup from text (Trusted Types).
  'button:before{content:"";display:block;width:28px;height:28px;background:currentColor;forced-color-adjust:none;clip-path:path(evenodd,"M1 3h26v18h-13l-7 6v-6h-6zM7 8v3h14v-3zM7 13v3h9v-3z")}',
  'button:hover{filter:brightness(1.12)}',
  'button:focus-visible{outline:3px solid var(--atlas-chat-accent,#3d4fd6);outline-offset:3px}',
  'b{position:absolute;top:-4px;inset-inline-end:-4px;min-width:14px;padding:4px;border-radius:12px;background:#c22a3f;color:#fff;font:700 13px/1.1 system-ui}',
  'iframe{position:absolute;bottom:76px;inset-inline-end:0;width:min(400px,100vw - 40px);height:min(680px,100dvh - 116px);border:0;border-radius:20px;box-shadow:0 16px 56px #0f173359;background:var(--atlas-chat-surface,Canvas);color-scheme:light dark}',
  ':host(.start) iframe{inset-inline:0 auto}',
  '@media(max-width:480px),(max-height:420px){iframe{position:fixed;inset:0!important;width:100%;height:100%;border-radius:0}}',
].join('');
