module.exports = { ...require('../../jest.preset.js'), displayName: 'interaction-store' };
