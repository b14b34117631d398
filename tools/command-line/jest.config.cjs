module.exports = { ...require('../../jest.preset.js'), displayName: 'command-line' };
