module.exports = { ...require('../../jest.preset.js'), displayName: 'salesforce-double' };
