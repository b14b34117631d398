module.exports = { ...require('../../jest.preset.js'), displayName: 'connect-flows' };
