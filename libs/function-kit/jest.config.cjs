module.exports = { ...require('../../jest.preset.js'), displayName: 'function-kit' };
