module.exports = { ...require('../../jest.preset.js'), displayName: 'flow-interpreter' };
