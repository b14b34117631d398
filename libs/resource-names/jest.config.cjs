module.exports = { ...require('../../jest.preset.js'), displayName: 'resource-names' };
