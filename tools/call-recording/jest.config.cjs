module.exports = { ...require('../../jest.preset.js'), displayName: 'call-recording' };
