/// <reference types="amazon-connect-chatjs" />

// The library as it is shipped for browsers: it installs `globalThis.connect`.
declare module 'amazon-connect-chatjs/dist/amazon-connect-chat.js';
