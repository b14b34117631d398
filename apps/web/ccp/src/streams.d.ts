/// <reference types="amazon-connect-streams" />
/// <reference types="amazon-connect-chatjs" />

// The library as it is shipped for browsers: it installs `globalThis.connect`.
declare module 'amazon-connect-streams/release/connect-streams-min.js';
// Installs `connect.ChatSession`.
declare module 'amazon-connect-chatjs/dist/amazon-connect-chat.js';
